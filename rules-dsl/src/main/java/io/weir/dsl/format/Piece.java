package io.weir.dsl.format;

import org.jspecify.annotations.Nullable;

/**
 * A token as it will stand there.
 *
 * @param tight whether nothing stands between it and the one before
 * @param at where a line may begin before it; null where none may
 */
record Piece(String text, boolean tight, @Nullable Break at, Trivia trivia) {

    boolean beginsLine() {
        return (at != null && at.isForced()) || !trivia.comments().isEmpty();
    }
}
