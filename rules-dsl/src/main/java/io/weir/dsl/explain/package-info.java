/** Says in plain words what a checked rule does and what it costs. Knows plans only; nothing here is ever evaluated or stored. */
@NullMarked
package io.weir.dsl.explain;

import org.jspecify.annotations.NullMarked;
