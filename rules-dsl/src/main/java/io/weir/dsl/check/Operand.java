package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Expression;

/** An operand as it was written and as it was understood. */
record Operand(Expression source, Expr value) {

    Type type() {
        return value.type();
    }

    Span span() {
        return source.span();
    }

    Span to(Operand other) {
        return span().to(other.span());
    }
}
