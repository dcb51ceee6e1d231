package io.weir.dsl.grammar;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;

/** A text cut into its tokens, each with the blanks and comments before it. */
final class Pieces {

    private Pieces() {}

    static List<String> of(String text) {
        List<String> pieces = new ArrayList<>();
        WeirLexer lexer = new WeirLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        StringBuilder piece = new StringBuilder();
        for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
            piece.append(token.getText());
            if (token.getChannel() == Token.DEFAULT_CHANNEL) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }

    static String joined(List<String> pieces) {
        return String.join("", pieces);
    }
}
