package io.weir.dsl.parse;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.RuleDefinition;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code severity high owner "…" because "…" tags ["…"]}. */
final class MetadataParser {

    private final Cursor cursor;
    private final Set<String> seen = new HashSet<>();
    private final List<Expression.TextLiteral> tags = new ArrayList<>();
    private @Nullable Name severity;
    private Expression.@Nullable TextLiteral owner;
    private Expression.@Nullable TextLiteral because;

    MetadataParser(Cursor cursor) {
        this.cursor = cursor;
    }

    RuleDefinition.Metadata metadata() {
        return new RuleDefinition.Metadata(severity, owner, because, tags);
    }

    void clause() {
        Token keyword = cursor.take();
        if (!seen.add(keyword.text())) {
            cursor.report(Code.CLAUSE_TWICE, keyword.span(), "'" + keyword.text() + "'");
        }
        switch (keyword.text()) {
            case "severity" -> severity = cursor.name("a severity");
            case "owner" -> owner = cursor.text("the owner as a text");
            case "because" -> because = cursor.text("the reason as a text");
            default -> tags();
        }
    }

    private void tags() {
        cursor.expect(TokenKind.LEFT_BRACKET);
        while (!cursor.at(TokenKind.RIGHT_BRACKET)) {
            tags.add(cursor.text("a tag as a text"));
            if (!cursor.at(TokenKind.RIGHT_BRACKET)) {
                cursor.expect(TokenKind.COMMA);
            }
        }
        cursor.take();
    }
}
