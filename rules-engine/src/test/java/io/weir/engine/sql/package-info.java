/** Weir's evaluation beside Flink SQL's, on the same events. What SQL says otherwise its queries ask otherwise, and say why. */
@NullMarked
package io.weir.engine.sql;

import org.jspecify.annotations.NullMarked;
