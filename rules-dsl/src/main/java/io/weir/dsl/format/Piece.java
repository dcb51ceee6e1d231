package io.weir.dsl.format;

import org.jspecify.annotations.Nullable;

/**
 * A token as it will stand there.
 *
 * @param gap how many blanks stand between it and the one before on its line
 * @param hangs whether it may stand past the end of the line, with all that follows it there
 * @param at where a line may begin before it; null where none may
 */
record Piece(String text, int gap, boolean hangs, @Nullable Break at, Trivia trivia) {

    boolean beginsLine() {
        return (at != null && at.isForced()) || !trivia.comments().isEmpty();
    }
}
