package io.weir.dsl.format;

import io.weir.dsl.syntax.Node;
import io.weir.dsl.syntax.SyntaxTree;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the tree says about its tokens: where lines begin, what stands close together, which commas come and go. */
final class Marks {

    private final SyntaxTree tree;
    private final Map<Token, Break> breaks = new HashMap<>();
    private final Map<Token, Integer> gaps = new HashMap<>();
    private final Set<Token> dropped = new HashSet<>();
    private final Set<Token> hanging = new HashSet<>();
    private final Set<Token> beforeComma = new HashSet<>();
    private Trivia left = Trivia.NONE;

    Marks(SyntaxTree tree) {
        this.tree = tree;
    }

    /** The index of the first token that starts there or later. */
    int index(int offset) {
        int low = 0;
        int high = tree.tokens().size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tree.tokens().get(middle).span().start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    Token token(int index) {
        return tree.tokens().get(index);
    }

    /** The first token of a node. */
    Token first(Node node) {
        return token(index(node.span().start()));
    }

    /** The token that stands so many places before a node. */
    Token before(Node node, int places) {
        return token(index(node.span().start()) - places);
    }

    Token after(Node node) {
        return token(index(node.span().end()));
    }

    void at(Token token, Break where) {
        breaks.put(token, where);
    }

    void tight(Token token) {
        gap(token, 0);
    }

    /** So many blanks before it, unless a line begins there. */
    void gap(Token token, int blanks) {
        gaps.put(token, blanks);
    }

    /** Lets a token, and what follows it on its line, stand past the line's end: what reads as one is not parted for it. */
    void hang(Token token) {
        hanging.add(token);
    }

    void drop(Token token) {
        dropped.add(token);
    }

    /** Leaves out a comma before what closes a list. */
    void dropCommaBefore(int closing) {
        if (token(closing - 1).is(TokenKind.COMMA)) {
            drop(token(closing - 1));
        }
    }

    void commaAfter(Token token) {
        beforeComma.add(token);
    }

    /** What stands before commas that a declaration ends in and that are left out. */
    Trivia left() {
        return left;
    }

    /** The tokens from one index to another, the latter excluded; what stands before the first is left out. */
    List<Piece> pieces(int from, int to) {
        List<Piece> pieces = new ArrayList<>();
        Trivia carried = Trivia.NONE;
        Token last = token(from);
        for (int index = from; index < to; index++) {
            Token token = token(index);
            Trivia trivia = index == from ? Trivia.NONE : carried.then(Trivia.of(tree.text(), token));
            if (dropped.contains(token)) {
                carried = trivia;
            } else {
                int gap = gaps.getOrDefault(token, Spacing.isTight(last, token) || isWithinUnit(index) ? 0 : 1);
                pieces.add(new Piece(written(token), gap, hanging.contains(token), breaks.get(token), trivia));
                carried = Trivia.NONE;
                last = token;
            }
        }
        left = carried;
        return pieces;
    }

    // In the km/h behind a number, which is a unit in one piece only.
    private boolean isWithinUnit(int index) {
        int slash = token(index).isWord("h") ? index - 1 : index;
        return slash >= 2
                && token(slash).is(TokenKind.SLASH)
                && token(slash).touches(token(slash - 1))
                && token(slash + 1).touches(token(slash))
                && token(slash + 1).isWord("h")
                && token(slash - 1).isWord("km")
                && token(slash - 2).is(TokenKind.NUMBER);
    }

    /** The token as it stands in the text. */
    String source(Token token) {
        return tree.text().substring(token.span().start(), token.span().end());
    }

    private String written(Token token) {
        String text = source(token);
        return (token.is(TokenKind.LONG_TEXT) ? text.replace("\r\n", "\n") : text)
                + (beforeComma.contains(token) ? "," : "");
    }
}
