package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.ListPlan;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.ListDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks that a list holds values of one type. */
final class ListCheck {

    private final Problems problems;
    private final LiteralCheck literals;

    ListCheck(Problems problems) {
        this.problems = problems;
        this.literals = new LiteralCheck(problems);
    }

    @Nullable
    ListPlan check(ListDefinition definition) {
        if (!(definition.entries() instanceof Expression.ListLiteral literal)) {
            return null;
        }
        Expr.Constant list = constant(literal);
        return list == null || problems.hasErrorWithin(definition.span())
                ? null
                : new ListPlan(definition.name().text(), ((Type.ListOf) list.type()).element(), entries(list), false);
    }

    /** The values of a list; an empty one is of texts. */
    Expr.@Nullable Constant constant(Expression.ListLiteral literal) {
        List<Expr.Constant> entries = new ArrayList<>();
        Type element = null;
        boolean whole = true;
        for (Expression entry : literal.entries()) {
            Expr.Constant constant = literals.constant(entry);
            Type joined = constant == null ? null : join(element, constant.type());
            if (constant != null && joined == null) {
                problems.report(
                        Code.MIXED_LIST,
                        entry.span(),
                        Phrases.a(constant.type()),
                        Objects.requireNonNull(element).text());
            }
            whole &= joined != null;
            if (constant != null && joined != null) {
                element = joined;
                entries.add(constant);
            }
        }
        return whole ? list(entries, element == null ? Type.Scalar.TEXT : element) : null;
    }

    private static Expr.Constant list(List<Expr.Constant> entries, Type element) {
        List<Object> values = entries.stream()
                .map(entry -> Typing.value(entry.value(), element))
                .toList();
        return new Expr.Constant(new Type.ListOf(element), values);
    }

    private static @Nullable Type join(@Nullable Type element, Type entry) {
        if (element == null || element.equals(entry)) {
            return entry;
        } else if (element instanceof Type.Money && entry instanceof Type.Money) {
            return new Type.Money(null);
        }
        return Typing.common(element, entry);
    }

    @SuppressWarnings("unchecked")
    static List<Object> entries(Expr.Constant list) {
        return (List<Object>) list.value();
    }
}
