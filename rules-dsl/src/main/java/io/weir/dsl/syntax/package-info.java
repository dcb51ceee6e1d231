/**
 * The tree of a file as its author wrote it: records under sealed interfaces, each with its place. Names are not resolved, types
 * not known; what could not be read stands there as {@link io.weir.dsl.syntax.Expression.Unreadable}.
 */
@NullMarked
package io.weir.dsl.syntax;

import org.jspecify.annotations.NullMarked;
