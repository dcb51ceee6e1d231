package io.weir.dsl.syntax;

/** What a token is; symbols with how they are written. */
public enum TokenKind {
    WORD("a word"),
    QUOTED_NAME("a name"),
    NUMBER("a number"),
    TEXT("a text"),
    LONG_TEXT("a text"),
    LEFT_PARENTHESIS("'('"),
    RIGHT_PARENTHESIS("')'"),
    LEFT_BRACKET("'['"),
    RIGHT_BRACKET("']'"),
    LEFT_BRACE("'{'"),
    RIGHT_BRACE("'}'"),
    COMMA("','"),
    COLON("':'"),
    DOT("'.'"),
    AT("'@'"),
    QUESTION("'?'"),
    PLUS("'+'"),
    MINUS("'-'"),
    STAR("'*'"),
    SLASH("'/'"),
    PERCENT("'%'"),
    EQUAL("'='"),
    NOT_EQUAL("'!='"),
    GREATER("'>'"),
    AT_LEAST("'>='"),
    LESS("'<'"),
    AT_MOST("'<='"),
    /** A character that means nothing; already reported. */
    STRANGE("a strange character"),
    END("the end of the file");

    private final String description;

    TokenKind(String description) {
        this.description = description;
    }

    public String description() {
        return description;
    }
}
