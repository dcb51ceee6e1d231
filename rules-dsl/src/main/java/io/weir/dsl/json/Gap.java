package io.weir.dsl.json;

import io.weir.dsl.syntax.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands before a token and means nothing.
 *
 * @param newlines the line ends behind the last comment, or all of them
 */
record Gap(List<Comment> comments, int newlines) {

    /**
     * A comment, from its sign to the end of its line.
     *
     * @param newlines the line ends before it; none for one that trails code
     * @param indented whether it stands off the margin
     */
    record Comment(String text, int newlines, boolean indented) {}

    static Gap before(String text, Token token) {
        List<Comment> comments = new ArrayList<>();
        int end = token.span().start();
        int newlines = 0;
        for (int at = token.trivia(); at < end; at++) {
            if (text.charAt(at) == '\n') {
                newlines++;
            } else if (text.charAt(at) == '#') {
                int lineEnd = text.indexOf('\n', at);
                int close = lineEnd < 0 ? end : Math.min(lineEnd, end);
                boolean indented = at > 0 && text.charAt(at - 1) != '\n';
                comments.add(new Comment(text.substring(at, close).strip(), newlines, indented));
                newlines = 0;
                at = close - 1;
            }
        }
        return new Gap(List.copyOf(comments), newlines);
    }

    /** True where neither a comment nor a blank line stands there. */
    boolean isPlain() {
        return comments.isEmpty() && newlines < 2;
    }
}
