package io.weir.dsl.check;

import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Let;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Names a rule's aggregates: by the let that is one and no more, or the feature that it is, otherwise by the function, numbered
 * from the second on.
 */
final class Labels {

    private final RuleContext rule;
    private final List<Let> lets;

    Labels(RuleContext rule, List<Let> lets) {
        this.rule = rule;
        this.lets = lets;
    }

    List<Aggregate> labelled() {
        Set<String> taken = new HashSet<>();
        lets.forEach(let -> taken.add(let.name()));
        rule.aggregates().forEach(aggregate -> taken.add(aggregate.label()));
        List<Aggregate> labelled = new ArrayList<>();
        for (int index = 0; index < rule.aggregates().size(); index++) {
            Aggregate a = rule.aggregates().get(index);
            String label = label(index, a, taken);
            taken.add(label);
            labelled.add(new Aggregate(
                    a.function(),
                    a.approximate(),
                    a.rank(),
                    a.stream(),
                    a.operand(),
                    a.where(),
                    a.window(),
                    a.type(),
                    label));
        }
        return labelled;
    }

    private String label(int index, Aggregate named, Set<String> taken) {
        for (Let let : lets) {
            if (let.value() instanceof Expr.AggregateOf aggregate && aggregate.index() == index) {
                return let.name();
            }
        }
        if (!named.label().isEmpty()) {
            return named.label();
        }
        String function = named.function().text();
        String label = function;
        for (int number = 2; taken.contains(label); number++) {
            label = function + number;
        }
        return label;
    }
}
