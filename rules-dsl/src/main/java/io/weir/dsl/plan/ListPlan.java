package io.weir.dsl.plan;

import java.util.List;

/**
 * A list: values as in {@link Expr.Constant}.
 *
 * @param entries empty where they are published on their own
 * @param published whether they are
 */
public record ListPlan(String name, Type element, List<Object> entries, boolean published) {

    public ListPlan {
        entries = List.copyOf(entries);
    }
}
