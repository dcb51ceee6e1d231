package io.weir.dsl.parse;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Problem;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A place among the tokens of a file, with what every production needs: look, take, complain, go on elsewhere. */
final class Cursor {

    private static final int DEEPEST = 64;
    private static final int LONGEST_CHAIN = 500;

    private final String text;
    private final List<Token> tokens;
    private final List<Span> wounds;
    private final Problems problems;
    private final @Nullable Reading reading;
    private int at;
    private int depth;
    private int clauseStart;
    private int links;
    private boolean readingSteps;

    Cursor(String text, Lexer.Tokens tokens, Problems problems, @Nullable Reading reading) {
        this.text = text;
        this.tokens = tokens.tokens();
        this.wounds = tokens.wounds();
        this.problems = problems;
        this.reading = reading;
    }

    Token peek() {
        return peek(0);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    /** The token taken last; the first one before any was. */
    Token previous() {
        return tokens.get(Math.max(0, at - 1));
    }

    /** The token that was taken so many ago. */
    Token before(int back) {
        return tokens.get(Math.max(0, at - back));
    }

    Token take() {
        Token token = peek();
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    /** Takes a token that nothing could be made of. */
    void skip() {
        Token token = take();
        if (reading != null) {
            reading.skipped(token);
        }
    }

    boolean at(TokenKind kind) {
        return peek().is(kind);
    }

    boolean atEnd() {
        return at(TokenKind.END);
    }

    /** True where these words come next, none of which is the name of a step. */
    boolean atWords(String... words) {
        for (int ahead = 0; ahead < words.length; ahead++) {
            if (!peek(ahead).isWord(words[ahead]) || atStep(ahead)) {
                return false;
            }
        }
        return true;
    }

    /** Reads the steps of a sequence: meanwhile a name with a colon behind it begins a step, whatever its word. */
    void readSteps(Runnable production) {
        readingSteps = true;
        production.run();
        readingSteps = false;
    }

    /** True where, among the steps of a sequence, one begins so many tokens ahead: {@code fall+:}. */
    boolean atStep(int ahead) {
        if (!readingSteps || !peek(ahead).isName() || isReserved(peek(ahead))) {
            return false;
        }
        return switch (peek(ahead + 1).kind()) {
            case COLON -> true;
            case PLUS, STAR, QUESTION -> peek(ahead + 2).is(TokenKind.COLON);
            case LEFT_BRACE -> closes(ahead + 3) || closes(ahead + 4) || closes(ahead + 5);
            default -> false;
        };
    }

    private boolean closes(int ahead) {
        return peek(ahead).is(TokenKind.RIGHT_BRACE) && peek(ahead + 1).is(TokenKind.COLON);
    }

    boolean takeIf(TokenKind kind) {
        boolean found = at(kind);
        if (found) {
            take();
        }
        return found;
    }

    boolean takeIfWords(String... words) {
        boolean found = atWords(words);
        for (int taken = 0; found && taken < words.length; taken++) {
            take();
        }
        return found;
    }

    Token expect(TokenKind kind) {
        if (!at(kind)) {
            throw unexpected(kind.description());
        }
        return take();
    }

    Token expectWord(String word) {
        if (!peek().isWord(word)) {
            throw unexpected("'" + word + "'");
        }
        return take();
    }

    void expectWords(String... words) {
        for (String word : words) {
            expectWord(word);
        }
    }

    /** A name; a reserved word is reported and taken as one. */
    Name name(String what) {
        Token token = peek();
        if (!token.isName() || (isReserved(token) && !mayNameThings())) {
            throw unexpected(what);
        }
        if (isReserved(token)) {
            report(Code.RESERVED_WORD, token.span(), token.text())
                    .help("write `" + token.text() + "` in back-quotes to use it as a name")
                    .fix("Put it in back-quotes", token.span(), "`" + token.text() + "`");
        }
        take();
        if (reading != null) {
            reading.name(token, what);
        }
        return new Name(token.text(), token.span());
    }

    // A reserved word was probably meant as a name where the sentence goes on as after a name.
    private boolean mayNameThings() {
        return peek(1).is(TokenKind.COLON) || peek(1).is(TokenKind.EQUAL) || peek(1).is(TokenKind.LEFT_BRACE);
    }

    /** True where a name stands there that is no more than one: no reserved word, none that goes on after a value or a let. */
    boolean isPlainName(int ahead) {
        Token token = peek(ahead);
        Token next = peek(ahead + 1);
        return isWordOfItsOwn(token)
                && !atStep(ahead)
                && !((token.isWord("every") && next.is(TokenKind.NUMBER))
                        || (token.isWord("at") && next.isWord("the"))
                        || (token.isWord("route") && next.isWord("to"))
                        || (token.isWord("sequence") && (next.isWord("within") || isWordOfItsOwn(next))));
    }

    private static boolean isWordOfItsOwn(Token token) {
        return token.is(TokenKind.QUOTED_NAME)
                || (token.isName() && !isReserved(token) && !Words.AFTER_VALUE.contains(token.text()));
    }

    static boolean isReserved(Token token) {
        return token.is(TokenKind.WORD) && Words.RESERVED.contains(token.text());
    }

    boolean atText() {
        return at(TokenKind.TEXT) || at(TokenKind.LONG_TEXT);
    }

    Expression.TextLiteral text(String what) {
        if (!atText()) {
            throw unexpected(what);
        }
        Token token = take();
        return new Expression.TextLiteral(token.text(), token.span());
    }

    TextContent content(Token textToken) {
        return TextContent.of(text, textToken);
    }

    /** From that token to the last one taken. */
    Span since(Token first) {
        return first.span().to(previous().span());
    }

    Problem report(Code code, Span span, Object... arguments) {
        return problems.report(code, span, arguments);
    }

    /** How many tokens have been taken. */
    int position() {
        return at;
    }

    int problemCount() {
        return problems.count();
    }

    /** Complains of the token at hand, unless a piece of the same clause could not even be cut into tokens. */
    Unwound unexpected(String expected) {
        Token token = peek();
        if (reading != null && token.is(TokenKind.END)) {
            reading.missing(expected);
        }
        boolean elsewhere = token.is(TokenKind.END) || Declarations.beginsAt(this);
        Span place = elsewhere ? previous().span().after() : token.span();
        if (!wounded(new Span(clauseStart, token.span().end()))) {
            report(Code.EXPECTED, place, expected, describe(token)).help(Habits.help(this));
        }
        return Unwound.INSTANCE;
    }

    private boolean wounded(Span span) {
        return wounds.stream().anyMatch(span::contains);
    }

    private String describe(Token token) {
        return switch (token.kind()) {
            case WORD, QUOTED_NAME, NUMBER -> "'" + source(token.span()) + "'";
            default -> token.kind().description();
        };
    }

    String source(Span span) {
        return text.substring(span.start(), span.end());
    }

    /** Reads a production; where it cannot, goes on at that place or at the next declaration, and answers null. */
    <T> @Nullable T recover(Supplier<T> production, BooleanSupplier place) {
        int outerStart = clauseStart;
        int outerDepth = depth;
        clauseStart = peek().span().start();
        links = 0;
        int before = at;
        try {
            return production.get();
        } catch (Unwound unwound) {
            if (at == before && !Declarations.beginsAt(this) && !place.getAsBoolean()) {
                skip();
            }
            skipTo(place);
            return null;
        } finally {
            clauseStart = outerStart;
            depth = outerDepth;
        }
    }

    void skipTo(BooleanSupplier place) {
        while (!atEnd() && !Declarations.beginsAt(this) && !place.getAsBoolean()) {
            skip();
        }
    }

    /** Reads a production one level deeper. */
    <T> T nested(Supplier<T> production) {
        if (depth == DEEPEST) {
            report(Code.NESTED_TOO_DEEP, peek().span()).help("give a part of it a name with 'let'");
            throw Unwound.INSTANCE;
        }
        depth++;
        T result = production.get();
        depth--;
        return result;
    }

    /** Counts an operator that makes the clause's tree one level higher without nesting. */
    void link() {
        if (++links > LONGEST_CHAIN) {
            report(Code.CHAIN_TOO_LONG, previous().span()).help("give a part of it a name with 'let'");
            throw Unwound.INSTANCE;
        }
    }

    /** True where the token at hand is the first of its file or its line and stands at the margin. */
    boolean atMargin() {
        int start = peek().span().start();
        return start == 0 || text.charAt(start - 1) == '\n';
    }
}
