package io.weir.dsl.explain;

import io.weir.dsl.plan.Action;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.plan.RulePlan;
import java.util.List;
import java.util.function.BiConsumer;

/** When a rule acts and what it does then, in lines of a head and words. */
final class BodyWords {

    private final Sentence sentence;
    private final ActionWords actions;
    private final MatchWords matches;
    private final BiConsumer<String, String> line;

    BodyWords(RulePlan rule, BiConsumer<String, String> line) {
        this.sentence = new Sentence(rule);
        this.actions = new ActionWords(rule);
        this.matches = new MatchWords(rule, line);
        this.line = line;
    }

    void write(RuleBody body) {
        if (body instanceof RuleBody.Route route) {
            route(route);
        } else if (body instanceof RuleBody.When when) {
            tiers(when.tiers());
        } else {
            tiers(((RuleBody.Match) body).tiers());
        }
    }

    private void tiers(List<RuleBody.Tier> tiers) {
        matches.begin();
        String head = "fires";
        for (RuleBody.Tier tier : tiers) {
            boolean first = head.equals("fires");
            String condition = isAlwaysTrue(tier.condition()) ? "always" : "when " + sentence.words(tier.condition());
            line.accept(head, first ? condition : "otherwise " + condition);
            if (first) {
                matches.end();
            }
            actions(tier.actions());
            head = "or";
        }
    }

    private void route(RuleBody.Route route) {
        String head = "sends";
        for (RuleBody.Arm arm : route.arms()) {
            String to = "the event to topic \"" + arm.topic() + "\"";
            boolean rest = isAlwaysTrue(arm.condition());
            line.accept(head, to + (rest ? " otherwise" : " when " + sentence.words(arm.condition())));
            head = "or";
        }
        RuleBody.Arm last = route.arms().get(route.arms().size() - 1);
        if (!isAlwaysTrue(last.condition())) {
            line.accept(head, "nowhere otherwise, which is counted");
        }
        actions(route.actions());
    }

    private void actions(List<Action> then) {
        then.forEach(action -> line.accept("then", actions.words(action)));
    }

    private static boolean isAlwaysTrue(Expr condition) {
        return condition instanceof Expr.Constant constant && constant.value().equals(true);
    }
}
