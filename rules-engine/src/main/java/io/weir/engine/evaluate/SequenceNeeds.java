package io.weir.engine.evaluate;

import io.weir.dsl.plan.Action;
import io.weir.dsl.plan.AlertAction;
import io.weir.dsl.plan.EmitAction;
import io.weir.dsl.plan.EventRef;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.ExprParts;
import io.weir.dsl.plan.Let;
import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Sequence;
import io.weir.dsl.plan.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the parts of a rule name of its sequence, and until which step they can: only that is kept of an attempt. Behind the last
 * step stands what is asked of the whole match.
 */
final class SequenceNeeds {

    private static final int NEVER = -1;

    private final List<Let> lets;
    private final List<Expr.StepAggregate> totals = new ArrayList<>();
    private final int[] firstPlace;
    private final int[] lastPlace;
    private final List<Use> rows = new ArrayList<>();
    private final List<Use> totalUses = new ArrayList<>();
    private final boolean[] alone;
    private final boolean[] asksBefore;
    private final boolean strictly;
    private final int end;

    /** Until which step something can be named at all, and in a condition. */
    private static final class Use {
        private int until = NEVER;
        private int asked = NEVER;

        private void add(int step, boolean isCondition) {
            until = Math.max(until, step);
            asked = isCondition ? Math.max(asked, step) : asked;
        }
    }

    private SequenceNeeds(RulePlan rule, Sequence sequence) {
        lets = rule.lets();
        strictly = sequence.strictly();
        end = sequence.steps().size();
        firstPlace = new int[end];
        lastPlace = new int[end];
        alone = new boolean[end];
        asksBefore = new boolean[end + 1];
        for (int place = 0; place < Attempt.OWN_ROWS; place++) {
            rows.add(new Use());
        }
        rows.get(Attempt.FIRST).add(end, false);
        rows.get(Attempt.LAST).add(end, false);
    }

    static SequenceNeeds of(RulePlan rule) {
        RuleBody.Match match = (RuleBody.Match) rule.body();
        SequenceNeeds needs = new SequenceNeeds(rule, match.sequence());
        for (int step = 0; step < needs.end; step++) {
            Expr where = match.sequence().steps().get(step).where();
            needs.alone[step] = true;
            if (where != null) {
                needs.add(where, step, true);
            }
        }
        match.tiers().forEach(tier -> needs.add(tier.condition(), needs.end, true));
        rule.lets().forEach(let -> needs.add(let.value(), needs.end, false));
        rule.scores().forEach(score -> score.inputs().forEach(input -> needs.add(input, needs.end, true)));
        rule.actions().stream().flatMap(SequenceNeeds::shown).forEach(shown -> needs.add(shown, needs.end, false));
        return needs;
    }

    private static Stream<Expr> shown(Action action) {
        if (action instanceof AlertAction alert) {
            return alert.text().parts().stream()
                    .filter(Template.Value.class::isInstance)
                    .map(part -> ((Template.Value) part).value());
        }
        return ((EmitAction) action).fields().stream().map(EmitAction.Field::value);
    }

    private void add(Expr expr, int step, boolean isCondition) {
        ExprParts.all(expr).forEach(part -> addPart(part, step, isCondition));
    }

    private void addPart(Expr part, int step, boolean isCondition) {
        if (part instanceof Expr.LetOf let) {
            add(lets.get(let.index()).value(), step, isCondition);
        } else if (part instanceof Expr.FieldOfEvent field) {
            add(field.event(), step, isCondition);
        } else if (part instanceof Expr.EventOf whole) {
            add(whole.event(), step, isCondition);
        } else if (part instanceof Expr.StepAggregate total) {
            add(total, step, isCondition);
        }
    }

    private void add(EventRef event, int step, boolean isCondition) {
        if (event instanceof EventRef.OfStep of) {
            int[] places = of.first() ? firstPlace : lastPlace;
            if (places[of.step()] == 0) {
                places[of.step()] = rows.size();
                rows.add(new Use());
            }
            rows.get(places[of.step()]).add(step, isCondition);
            isNotAlone(step);
        } else if (event instanceof EventRef.Before) {
            asksBefore[step] = true;
            if (step == end) {
                rows.get(Attempt.BEFORE).add(step, isCondition);
            } else if (!strictly) {
                isNotAlone(step);
            }
        }
    }

    private void add(Expr.StepAggregate total, int step, boolean isCondition) {
        int index = indexOf(total);
        if (index < 0) {
            index = totals.size();
            totals.add(total);
            totalUses.add(new Use());
        }
        totalUses.get(index).add(step, isCondition);
        isNotAlone(step);
    }

    private void isNotAlone(int step) {
        if (step < end) {
            alone[step] = false;
        }
    }

    /** The place of the row that is so named; 0 where none is kept. */
    int place(int step, boolean first) {
        return first ? firstPlace[step] : lastPlace[step];
    }

    /** How many places for rows an attempt has. */
    int rows() {
        return rows.size();
    }

    List<Expr.StepAggregate> totals() {
        return totals;
    }

    /** -1 where nothing asks for it. */
    int indexOf(Expr.StepAggregate total) {
        for (int i = 0; i < totals.size(); i++) {
            if (totals.get(i) == total) {
                return i;
            }
        }
        return totals.indexOf(total);
    }

    boolean isAlone(int step) {
        return alone[step];
    }

    boolean keepsRow(int place, int step) {
        return rows.get(place).until >= step;
    }

    boolean asksRow(int place, int step) {
        return rows.get(place).asked >= step;
    }

    boolean keepsTotal(int total, int step) {
        return totalUses.get(total).until >= step;
    }

    boolean asksTotal(int total, int step) {
        return totalUses.get(total).asked >= step;
    }

    /** Whether a condition of that step, or what is asked of the whole match, looks at the event before. */
    boolean asksBefore(int step) {
        return asksBefore[step];
    }

    /** What is kept, in words that are hashed into the name of the state. */
    String text() {
        StringBuilder text = new StringBuilder("keeps");
        for (int step = 0; step < end; step++) {
            text.append(' ').append(until(firstPlace[step])).append(' ').append(until(lastPlace[step]));
        }
        text.append(' ').append(rows.get(Attempt.BEFORE).until);
        for (int i = 0; i < totals.size(); i++) {
            text.append('\n')
                    .append(totalUses.get(i).until)
                    .append(' ')
                    .append(totals.get(i).canonical());
        }
        return text.toString();
    }

    private int until(int place) {
        return place == 0 ? NEVER : rows.get(place).until;
    }

    /** Whether the row before the match's last is kept. */
    boolean keepsBefore() {
        return rows.get(Attempt.BEFORE).until != NEVER;
    }
}
