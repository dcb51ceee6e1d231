package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.plan.Type;
import org.jspecify.annotations.Nullable;

/**
 * A place where something is named.
 *
 * @param type what it is there; null for what has no value
 */
public record Use(Span span, Target target, @Nullable Type type) {}
