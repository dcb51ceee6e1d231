/** Tests. */
@NullMarked
package io.weir.dsl.assist;

import org.jspecify.annotations.NullMarked;
