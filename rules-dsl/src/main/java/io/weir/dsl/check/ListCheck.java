package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.ListPlan;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.ListDefinition;
import io.weir.dsl.syntax.TypeReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks that a list holds values of one type, here or where they are published. */
final class ListCheck {

    private final Problems problems;
    private final LiteralCheck literals;
    private final TypeCheck types;

    ListCheck(Problems problems) {
        this.problems = problems;
        this.literals = new LiteralCheck(problems);
        this.types = new TypeCheck(problems);
    }

    @Nullable
    ListPlan check(ListDefinition definition) {
        if (definition.element() != null) {
            return published(definition.name().text(), definition.element());
        }
        if (!(definition.entries() instanceof Expression.ListLiteral literal)) {
            return null;
        }
        Expr.Constant list = constant(literal);
        return list == null || problems.hasErrorWithin(definition.span())
                ? null
                : new ListPlan(definition.name().text(), ((Type.ListOf) list.type()).element(), entries(list), false);
    }

    private @Nullable ListPlan published(String name, TypeReference reference) {
        Type element = types.entry(reference);
        if (element == Type.Scalar.GEO) {
            problems.report(Code.TYPE_OF_NO_USE, reference.span(), "an entry of a list", "a geo")
                    .help("no place is ever the same as another; ask for the distance");
            return null;
        }
        return element == null ? null : new ListPlan(name, element, List.of(), true);
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
