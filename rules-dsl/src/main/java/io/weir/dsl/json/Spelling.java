package io.weir.dsl.json;

import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.SyntaxTree;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** How the author of a file wrote what the tree no longer tells: {@code =} or {@code is}, {@code 1_000} or {@code 1000}. */
final class Spelling {

    /** Of a tree that no text belongs to. */
    static final Spelling NONE = new Spelling(new SyntaxTree("", List.of(), List.of()));

    private final SyntaxTree tree;

    Spelling(SyntaxTree tree) {
        this.tree = tree;
    }

    /** The words from there to there, a blank between two that do not touch. */
    String words(int from, int to, String otherwise) {
        StringJoiner words = new StringJoiner(" ");
        for (int index = index(from); index < size() && token(index).span().start() < to; index++) {
            words.add(token(index).text());
        }
        return words.length() == 0 ? otherwise : words.toString();
    }

    /** Where that symbol ends behind a node; 0 where it does not stand there. */
    int endOf(String symbol, @Nullable Span node) {
        int index = node == null ? size() : index(node.end());
        while (index < size() && !token(index).text().equals(symbol)) {
            index++;
        }
        return index == size() ? 0 : token(index).span().end();
    }

    /** The number that a node begins with, underscores included. */
    String number(Span node, String otherwise) {
        Token token = first(node);
        return token == null || !token.is(TokenKind.NUMBER) ? otherwise : source(token);
    }

    /** Where the word stands that is so many places behind the first word of a node; the node's own place where none is known. */
    Span span(Span node, int places) {
        int index = index(node.start()) + places;
        return index < size() ? token(index).span() : node;
    }

    String unit(Expression.Quantity quantity) {
        int from = span(quantity.span(), 0).end();
        return words(from, quantity.span().end(), quantity.unit().text()).replace(" ", "");
    }

    /** What a node is written as, or null where that is not known. */
    @Nullable
    String source(Span node) {
        Token token = first(node);
        return token == null ? null : tree.text().substring(node.start(), node.end());
    }

    boolean isQuoted(Span node) {
        Token token = first(node);
        return token != null && token.is(TokenKind.QUOTED_NAME);
    }

    /** Null where there is no text. */
    @Nullable
    Boolean isLong(Span node) {
        Token token = first(node);
        return token == null ? null : Boolean.valueOf(token.is(TokenKind.LONG_TEXT));
    }

    /** True for a node right behind that word, unless a text stands before it. */
    boolean isFurther(String word, Span node) {
        int index = index(node.start());
        return index > 1
                && index < size()
                && token(index - 1).isWord(word)
                && !token(index - 2).is(TokenKind.TEXT)
                && !token(index - 2).is(TokenKind.LONG_TEXT);
    }

    private @Nullable Token first(Span node) {
        int index = index(node.start());
        return index < size() && token(index).span().start() == node.start() ? token(index) : null;
    }

    private String source(Token token) {
        return tree.text().substring(token.span().start(), token.span().end());
    }

    private int size() {
        return tree.tokens().size();
    }

    private Token token(int index) {
        return tree.tokens().get(index);
    }

    /** The first token that starts there or later. */
    private int index(int offset) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (token(middle).span().start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
