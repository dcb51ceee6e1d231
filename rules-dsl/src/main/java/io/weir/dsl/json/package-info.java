/**
 * The tree of a rule file as JSON and back, for programs that write rules. {@link io.weir.dsl.json.Kinds} names each kind of node,
 * its parts, and how it is written; all else here follows from that table. Knows the tree and its text, never what a rule means.
 */
@NullMarked
package io.weir.dsl.json;

import org.jspecify.annotations.NullMarked;
