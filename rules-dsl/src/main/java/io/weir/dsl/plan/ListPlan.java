package io.weir.dsl.plan;

import java.util.List;

/** A list whose entries stand in the text: values as in {@link Expr.Constant}. */
public record ListPlan(String name, Type element, List<Object> entries) {
    public ListPlan {
        entries = List.copyOf(entries);
    }
}
