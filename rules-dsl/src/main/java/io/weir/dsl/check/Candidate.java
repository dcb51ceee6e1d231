package io.weir.dsl.check;

import io.weir.dsl.plan.Type;
import org.jspecify.annotations.Nullable;

/**
 * A name that could stand at a place.
 *
 * @param type null for what has no value
 * @param fits whether it is of a type that the place asks for
 */
public record Candidate(
        Target.Kind kind, String name, @Nullable Type type, boolean fits) {}
