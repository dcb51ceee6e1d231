package io.weir.dsl.format;

import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.ListDefinition;

/** A list: in one line, or its entries in lines of their own between the brackets. */
final class ListMarks {

    private ListMarks() {}

    static void flat(Marks marks, ListDefinition list) {
        ExpressionMarks.value(marks, list.entries(), 2);
        Expression.ListLiteral literal = (Expression.ListLiteral) list.entries();
        literal.entries().stream().skip(1).forEach(entry -> marks.at(marks.first(entry), Break.may(1, 2)));
    }

    static void open(Marks marks, ListDefinition list) {
        flat(marks, list);
        Expression.ListLiteral literal = (Expression.ListLiteral) list.entries();
        if (!literal.entries().isEmpty()) {
            marks.at(marks.first(literal.entries().get(0)), Break.must(2, 2));
        }
        marks.at(marks.token(marks.index(literal.span().end()) - 1), Break.closing());
    }
}
