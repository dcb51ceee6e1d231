package io.weir.dsl.assist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The changes that give something another name, or why there are none.
 *
 * @param refusal null where it can be done
 */
public record Renamed(List<Edit> edits, @Nullable String refusal) {

    /** A part of a source that is replaced. */
    public record Edit(Location where, String text) {}

    public Renamed {
        edits = List.copyOf(edits);
    }

    static Renamed refused(String why) {
        return new Renamed(List.of(), why);
    }
}
