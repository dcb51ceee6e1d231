package io.weir.dsl.format;

import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.ListDefinition;

/** A list: in one line, or its entries in lines of their own between the brackets. */
final class ListMarks {

    private ListMarks() {}

    static void flat(Marks marks, ListDefinition list) {
        if (list.entries() instanceof Expression.ListLiteral literal) {
            ExpressionMarks.value(marks, literal, 2);
            literal.entries().stream().skip(1).forEach(entry -> marks.at(marks.first(entry), Break.may(1, 2)));
        }
    }

    static void open(Marks marks, ListDefinition list) {
        flat(marks, list);
        if (list.entries() instanceof Expression.ListLiteral literal) {
            literal.entries().stream().findFirst().ifPresent(entry -> marks.at(marks.first(entry), Break.must(2, 2)));
            marks.at(marks.token(marks.index(literal.span().end()) - 1), Break.closing());
        }
    }
}
