package io.weir.dsl.assist;

import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.syntax.Definition;
import io.weir.dsl.syntax.SyntaxTree;
import io.weir.dsl.syntax.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a text where something is being written.
 *
 * @param before the declaration up to there, or what stands behind the last one
 * @param word what is written there already
 * @param inText whether it is a place for a value in a text
 */
record Place(String before, Span word, boolean inText) {

    /** Null where nothing can be completed: in comments, numbers, and texts but for their places. */
    static @Nullable Place of(SyntaxTree tree, int offset) {
        Token token = tokenAt(tree, offset);
        if (token == null) {
            return null;
        } else if (offset <= token.span().start()) {
            String blank = tree.text().substring(token.trivia(), offset);
            return isComment(blank) ? null : of(tree, new Span(offset, offset), false);
        }
        return switch (token.kind()) {
            case WORD, QUOTED_NAME -> of(tree, token.span(), false);
            case NUMBER -> null;
            case TEXT, LONG_TEXT -> inText(tree, token, offset);
            default -> of(tree, new Span(offset, offset), false);
        };
    }

    private static Place of(SyntaxTree tree, Span word, boolean inText) {
        int start = 0;
        for (Definition definition : tree.definitions()) {
            if (definition.span().start() < word.start()) {
                start = definition.span().start();
            }
        }
        return new Place(tree.text().substring(start, word.start()), word, inText);
    }

    // The token that the offset is in or right behind of; otherwise the one whose blanks it is in.
    private static @Nullable Token tokenAt(SyntaxTree tree, int offset) {
        List<Token> tokens = tree.tokens();
        int low = 0;
        int high = tokens.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).span().end() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Token found = tokens.isEmpty() ? null : tokens.get(low);
        boolean symbol = found != null && found.span().end() == offset && !goesOn(tree.text(), found);
        return symbol && low + 1 < tokens.size() ? tokens.get(low + 1) : found;
    }

    // Whether what is written right behind a token belongs to it.
    private static boolean goesOn(String text, Token token) {
        String written = text.substring(token.span().start(), token.span().end());
        return switch (token.kind()) {
            case WORD, QUOTED_NAME, NUMBER -> true;
            case TEXT -> written.length() < 2 || !written.endsWith("\"") || written.endsWith("\\\"");
            case LONG_TEXT -> written.length() < 6 || !written.endsWith("\"\"\"");
            default -> false;
        };
    }

    private static boolean isComment(String blank) {
        return blank.indexOf('#', blank.lastIndexOf('\n') + 1) >= 0;
    }

    private static @Nullable Place inText(SyntaxTree tree, Token token, int offset) {
        String text = tree.text();
        int start = offset;
        while (start > token.span().start() && isPart(text.charAt(start - 1))) {
            start--;
        }
        int end = offset;
        while (end < token.span().end() && isPart(text.charAt(end))) {
            end++;
        }
        int open = text.lastIndexOf('{', start - 1);
        boolean place = open > token.span().start()
                && text.charAt(open - 1) != '{'
                && text.substring(open + 1, start).matches("([\\p{L}\\p{N}_`]+\\.)*");
        return place ? of(tree, new Span(start, end), true) : null;
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /** The last words before it, the nearest last. */
    List<String> wordsBefore() {
        List<String> words = List.of(before.strip().split("\\s+"));
        return words.subList(Math.max(0, words.size() - 12), words.size());
    }

    /** Whether a number stands right before it. */
    boolean isBehindNumber() {
        String last = before.stripTrailing();
        return !last.isEmpty() && Character.isDigit(last.charAt(last.length() - 1)) && last.length() < before.length();
    }
}
