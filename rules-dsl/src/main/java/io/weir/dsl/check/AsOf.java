package io.weir.dsl.check;

import io.weir.dsl.plan.Expr;
import org.jspecify.annotations.Nullable;

/**
 * Which version of a row is read.
 *
 * @param time null for the event's own
 */
record AsOf(@Nullable Expr time) {}
