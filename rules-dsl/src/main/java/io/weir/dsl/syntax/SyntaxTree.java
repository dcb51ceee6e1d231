package io.weir.dsl.syntax;

import java.util.List;
import java.util.stream.Collectors;

/** A file: its definitions, and all its tokens, which together are its text to the last blank. */
public record SyntaxTree(String text, List<Token> tokens, List<Definition> definitions) {

    public SyntaxTree {
        tokens = List.copyOf(tokens);
        definitions = List.copyOf(definitions);
    }

    /** The text again, put together from the tokens. */
    public String printed() {
        return tokens.stream()
                .map(token -> text.substring(token.trivia(), token.span().end()))
                .collect(Collectors.joining());
    }
}
