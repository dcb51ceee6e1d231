package io.weir.dsl.format;

import io.weir.dsl.syntax.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands before a token and means nothing.
 *
 * @param newlines the line ends behind the last comment, or all of them
 */
record Trivia(List<Comment> comments, int newlines) {

    static final Trivia NONE = new Trivia(List.of(), 0);

    static Trivia of(String text, Token token) {
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
        return new Trivia(List.copyOf(comments), newlines);
    }

    /** This and then the other, as if nothing stood between them. */
    Trivia then(Trivia other) {
        if (comments.isEmpty()) {
            return other;
        }
        List<Comment> both = new ArrayList<>(comments);
        other.comments.forEach(comment -> both.add(comment.onItsOwnLine()));
        return new Trivia(both, other.newlines);
    }

    boolean endsInBlankLine() {
        return newlines > 1;
    }

    /** The comment right behind the code before, on its line; or none. */
    List<Comment> trailing() {
        return comments.stream().filter(Comment::isTrailing).toList();
    }

    List<Comment> own() {
        return comments.stream().filter(comment -> !comment.isTrailing()).toList();
    }
}
