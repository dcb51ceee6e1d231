package io.weir.engine.evaluate;

import io.weir.dsl.plan.Expr;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Where the rules of an epoch find what they read besides events. */
interface References {

    /** Fails with the reason where there is none. */
    PublishedList list(String name);

    /** Fails with the reason where there is none. */
    TableStore table(String name);

    /** What these read; parts of an expression are looked at only where they are given too. */
    default Reference of(Stream<Expr> expressions) {
        Map<String, PublishedList> lists = new HashMap<>();
        Map<String, TableStore> tables = new HashMap<>();
        expressions.forEach(expr -> {
            if (expr instanceof Expr.InPublished in) {
                lists.computeIfAbsent(in.list(), this::list);
            } else if (expr instanceof Expr.Lookup lookup) {
                tables.computeIfAbsent(lookup.table(), this::table);
            } else if (expr instanceof Expr.Convert convert) {
                tables.computeIfAbsent(convert.rates(), this::table);
            }
        });
        return lists.isEmpty() && tables.isEmpty() ? Reference.NONE : new Reference(lists, tables);
    }
}
