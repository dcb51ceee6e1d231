package io.weir.dsl.parse;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Problem;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text into tokens; every character of it belongs to one. */
final class Lexer {

    private static final String LONG_QUOTE = "\"\"\"";

    private static final String OTHER_QUOTES = "'\u2018\u2019\u201c\u201d";
    private static final int LONGEST_NUMBER = 35;

    private final String text;
    private final Problems problems;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Span> wounds = new ArrayList<>();
    private int at;
    private int trivia;

    private Lexer(String text, Problems problems) {
        this.text = text;
        this.problems = problems;
    }

    /**
     * The tokens of a text.
     *
     * @param wounds what could not be cut, so that the parser does not complain of it again
     */
    record Tokens(List<Token> tokens, List<Span> wounds) {}

    static Tokens tokens(String text, Problems problems) {
        return new Lexer(text, problems).run();
    }

    private Tokens run() {
        do {
            trivia = at;
            skipTrivia();
        } while (next());
        return new Tokens(tokens, wounds);
    }

    private boolean next() {
        if (at == text.length()) {
            add(TokenKind.END, at, "");
            return false;
        }
        int c = text.codePointAt(at);
        if (Character.isUnicodeIdentifierStart(c) || c == '_') {
            word();
        } else if (c >= '0' && c <= '9') {
            number();
        } else if (text.startsWith(LONG_QUOTE, at)) {
            longText();
        } else if (c == '"') {
            shortText();
        } else if (c == '`') {
            quotedName();
        } else {
            symbol(c);
        }
        return true;
    }

    private void skipTrivia() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                skipLine();
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF') {
                at++;
            } else {
                return;
            }
        }
    }

    private void skipLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
    }

    private void word() {
        int start = at;
        while (at < text.length() && isWordPart(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        add(TokenKind.WORD, start, text.substring(start, at));
    }

    /** True for what is a word from its first to its last character. */
    static boolean isWord(String text) {
        return !text.isEmpty()
                && (Character.isUnicodeIdentifierStart(text.codePointAt(0)) || text.charAt(0) == '_')
                && text.codePoints().skip(1).allMatch(Lexer::isWordPart);
    }

    private static boolean isWordPart(int c) {
        return (Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c)) || c == '_';
    }

    private void number() {
        int start = at;
        digits();
        if (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
            at++;
            digits();
        }
        String written = text.substring(start, at);
        String plain = written.replace("_", "");
        if (written.endsWith("_") || written.contains("__") || written.contains("_.") || written.contains("._")) {
            problems.report(Code.STRANGE_NUMBER, new Span(start, at), written)
                    .help("an underscore stands between two digits: 1_000");
        } else if (plain.length() > LONGEST_NUMBER) {
            problems.report(Code.STRANGE_NUMBER, new Span(start, at), written.substring(0, 10) + "…")
                    .help("a number has at most 34 digits");
            plain = "0";
        }
        add(TokenKind.NUMBER, start, plain);
    }

    private void digits() {
        while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void longText() {
        int start = at;
        int end = text.indexOf(LONG_QUOTE, start + 3);
        at = end < 0 ? text.length() : end + 3;
        if (end < 0) {
            wound(Code.TEXT_NOT_CLOSED, new Span(start, start + 3)).help("close it with \"\"\"");
        }
        add(
                TokenKind.LONG_TEXT,
                start,
                TextContent.ofLong(text, start + 3, end < 0 ? at : end).value());
    }

    private void shortText() {
        int start = at++;
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
            at += text.charAt(at) == '\\' && at + 1 < text.length() && text.charAt(at + 1) != '\n' ? 2 : 1;
        }
        int end = at;
        if (at < text.length() && text.charAt(at) == '"') {
            at++;
        } else {
            wound(Code.TEXT_NOT_CLOSED, new Span(start, end)).help("a text ends with \" on the line where it begins");
        }
        add(
                TokenKind.TEXT,
                start,
                TextContent.ofShort(text, start + 1, end, this::strangeEscape).value());
    }

    private void strangeEscape(Span span) {
        problems.report(Code.STRANGE_ESCAPE, span, text.substring(span.start(), span.end()))
                .help("a text knows \\\" \\\\ \\n \\r \\t; a backslash itself is written twice")
                .fix("Double the backslash", new Span(span.start(), span.start() + 1), "\\\\");
    }

    private void quotedName() {
        int start = at++;
        while (at < text.length() && text.charAt(at) != '`' && text.charAt(at) != '\n') {
            at++;
        }
        int end = at;
        if (at < text.length() && text.charAt(at) == '`' && end > start + 1) {
            at++;
        } else {
            at = Math.min(Math.max(at, start + 1), text.length());
            at += at < text.length() && text.charAt(at) == '`' ? 1 : 0;
            wound(Code.NAME_NOT_CLOSED, new Span(start, at)).help("a name is written `like this` on one line");
            add(TokenKind.STRANGE, start, text.substring(start, at));
            return;
        }
        add(TokenKind.QUOTED_NAME, start, text.substring(start + 1, end));
    }

    private void symbol(int c) {
        int start = at;
        Symbol symbol = Symbol.at(text, at);
        if (symbol == null) {
            at += Character.charCount(c);
            strange(c, start);
            return;
        }
        at += symbol.written().length();
        if (symbol.instead() != null) {
            problems.report(Code.OTHER_SPELLING, new Span(start, at), symbol.written())
                    .help("write '" + symbol.instead() + "'")
                    .fix("Change to '" + symbol.instead() + "'", new Span(start, at), symbol.instead());
        }
        add(symbol.kind(), start, symbol.text());
    }

    // A text in the quotes of another language is reported once and taken as a text.
    private void strange(int c, int start) {
        int close = OTHER_QUOTES.indexOf(c) < 0 ? -1 : closingQuote(start);
        if (close < 0) {
            wound(Code.STRANGE_CHARACTER, new Span(start, at), Character.toString(c));
            add(TokenKind.STRANGE, start, Character.toString(c));
            return;
        }
        at = close + 1;
        String content = text.substring(start + 1, close);
        problems.report(Code.OTHER_SPELLING, new Span(start, at), text.substring(start, at))
                .help("a text stands in straight double quotes")
                .fix("Change the quotes", new Span(start, at), "\"" + content.replace("\"", "\\\"") + "\"");
        add(TokenKind.TEXT, start, content);
    }

    private int closingQuote(int start) {
        for (int offset = start + 1; offset < text.length() && text.charAt(offset) != '\n'; offset++) {
            if (OTHER_QUOTES.indexOf(text.charAt(offset)) >= 0) {
                return offset;
            }
        }
        return -1;
    }

    private Problem wound(Code code, Span span, Object... arguments) {
        wounds.add(span);
        return problems.report(code, span, arguments);
    }

    private void add(TokenKind kind, int start, String content) {
        tokens.add(new Token(kind, trivia, new Span(start, at), content));
    }
}
