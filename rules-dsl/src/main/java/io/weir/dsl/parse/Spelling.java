package io.weir.dsl.parse;

import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import java.util.List;

/** How a name is written. */
public final class Spelling {

    private Spelling() {}

    /** With back-quotes where it needs them. */
    public static String of(String name) {
        return isPlain(name) ? name : "`" + name + "`";
    }

    /** Whether it can be written at all. */
    public static boolean isPossible(String name) {
        return !name.isBlank() && name.equals(name.strip()) && name.matches("[^`{}\\p{Cntrl}]+");
    }

    private static boolean isPlain(String name) {
        List<Token> tokens = Lexer.tokens(name, new Problems("", name)).tokens();
        Token first = tokens.get(0);
        return tokens.size() == 2 && first.is(TokenKind.WORD) && first.text().equals(name) && !Cursor.isReserved(first);
    }
}
