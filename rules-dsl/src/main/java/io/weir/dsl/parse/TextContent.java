package io.weir.dsl.parse;

import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import java.util.Arrays;
import java.util.function.Consumer;

/** What a text says, and where in the file each of its characters stands. */
final class TextContent {

    private final StringBuilder value = new StringBuilder();
    private int[] offsets = new int[32];

    private TextContent() {}

    /** What a token of that text says. */
    static TextContent of(String text, Token token) {
        boolean isLong = token.is(TokenKind.LONG_TEXT);
        int quotes = isLong ? 3 : 1;
        int start = token.span().start() + quotes;
        int end = token.span().end();
        if (end - start >= quotes
                && closes(text, end - quotes, quotes, text.charAt(token.span().start()) == '"')) {
            end -= quotes;
        }
        return isLong ? ofLong(text, start, end) : ofShort(text, start, end, span -> {});
    }

    private static boolean closes(String text, int at, int quotes, boolean straight) {
        return !straight || text.startsWith("\"".repeat(quotes), at);
    }

    /** Between one pair of quotes: with escapes. */
    static TextContent ofShort(String text, int start, int end, Consumer<Span> strangeEscape) {
        TextContent content = new TextContent();
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < end) {
                content.escape(text.charAt(at + 1), at, strangeEscape);
                at++;
            } else if (c == '\\') {
                strangeEscape.accept(new Span(at, at + 1));
            } else {
                content.add(c, at);
            }
        }
        return content;
    }

    /** Between two triple quotes: as it stands, without the indentation that all its lines share and without blank ends. */
    static TextContent ofLong(String text, int start, int end) {
        TextContent content = new TextContent();
        int indent = indent(text, start, end);
        boolean lineStart = false;
        for (int at = start; at < end; at++) {
            if (lineStart) {
                at = skipIndent(text, at, end, indent);
                lineStart = false;
            }
            if (at < end && text.charAt(at) != '\r') {
                content.add(text.charAt(at), at);
                lineStart = text.charAt(at) == '\n';
            }
        }
        content.strip();
        return content;
    }

    String value() {
        return value.toString();
    }

    /** Where the characters from one index to another stand in the file. */
    Span span(int from, int to) {
        return new Span(offsets[from], offsets[to - 1] + 1);
    }

    private void escape(char c, int at, Consumer<Span> strangeEscape) {
        switch (c) {
            case 'n' -> add('\n', at);
            case 'r' -> add('\r', at);
            case 't' -> add('\t', at);
            case '"', '\\' -> add(c, at);
            default -> {
                strangeEscape.accept(new Span(at, at + 2));
                add('\\', at);
                add(c, at + 1);
            }
        }
    }

    private void add(char c, int offset) {
        if (value.length() == offsets.length) {
            offsets = Arrays.copyOf(offsets, offsets.length * 2);
        }
        offsets[value.length()] = offset;
        value.append(c);
    }

    private void strip() {
        int from = 0;
        int to = value.length();
        while (to > from && Character.isWhitespace(value.charAt(to - 1))) {
            to--;
        }
        while (from < to && Character.isWhitespace(value.charAt(from))) {
            from++;
        }
        value.setLength(to);
        value.delete(0, from);
        offsets = Arrays.copyOfRange(offsets, from, Math.max(to, from + 1));
    }

    // The least indentation of any line after the first that is not blank.
    private static int indent(String text, int start, int end) {
        int least = Integer.MAX_VALUE;
        for (int line = text.indexOf('\n', start); line >= 0 && line < end; line = text.indexOf('\n', line + 1)) {
            int at = line + 1;
            while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
                at++;
            }
            if (at < end && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
                least = Math.min(least, at - line - 1);
            }
        }
        return least == Integer.MAX_VALUE ? 0 : least;
    }

    private static int skipIndent(String text, int from, int end, int indent) {
        int at = from;
        while (at < end && at - from < indent && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }
}
