package io.weir.dsl.format;

import org.jspecify.annotations.Nullable;

/**
 * A token as it will stand there.
 *
 * @param gap how many blanks stand between it and the one before on its line
 * @param at where a line may begin before it; null where none may
 */
record Piece(String text, int gap, @Nullable Break at, Trivia trivia) {

    boolean beginsLine() {
        return (at != null && at.isForced()) || !trivia.comments().isEmpty();
    }
}
