package io.weir.dsl.grammar;

import java.util.ArrayList;
import java.util.List;

/** Writes rules at random: every clause, every body, every action. */
final class RandomRule {

    private final Dice dice;
    private final RandomExpression expressions;

    RandomRule(Dice dice, RandomExpression expressions) {
        this.dice = dice;
        this.expressions = expressions;
    }

    String rule(int number) {
        List<String> words = new ArrayList<>(List.of("rule \"" + number + "\"", metadata(), on()));
        for (int i = dice.below(3); i > 0; i--) {
            words.add("let " + dice.name() + " = " + expression(3));
        }
        words.add(dice.maybe(
                dice.one("every " + dice.duration(), "at the end of each session with a gap of " + dice.duration())));
        words.add(body());
        words.removeIf(String::isEmpty);
        return String.join(" ", words);
    }

    private String expression(int depth) {
        return expressions.expression(depth);
    }

    private String metadata() {
        return dice.shuffled(
                "severity " + dice.one("high", "low"),
                "owner " + dice.text(),
                "because " + dice.text(),
                "tags [ " + dice.loose(dice::text) + " ]");
    }

    private String on() {
        String streams = dice.commas(
                1, () -> dice.name() + dice.maybe(" as " + dice.name()) + dice.maybe(" where " + expression(2)));
        return "on " + streams + dice.one("", " by " + key());
    }

    String key() {
        return dice.rarely()
                ? "everything"
                : dice.commas(1, dice::path)
                        + dice.maybe(" , in " + dice.name() + " " + dice.commas(1, dice::path)
                                + dice.maybe(" , in " + dice.name() + " " + dice.path()));
    }

    private String body() {
        return switch (dice.below(5)) {
            case 0, 1 -> "when " + expression(4) + " then " + actions() + otherwise();
            case 2 -> route();
            default -> sequence();
        };
    }

    private String otherwise() {
        return dice.maybe(" otherwise when " + expression(3) + " then " + actions()
                + dice.maybe(" otherwise when " + expression(2) + " then " + actions()));
    }

    private String route() {
        return "route " + String.join(" ", dice.some(1, () -> "to " + dice.text() + " when " + expression(2)))
                + dice.maybe(" otherwise to " + dice.text()) + dice.maybe(" then " + actions());
    }

    private String sequence() {
        return "sequence " + dice.maybe("strictly ") + dice.maybe("within " + dice.duration() + " ")
                + String.join(" ", dice.some(1, this::step))
                + dice.one(resumption() + actions(), " when " + expression(3) + resumption() + actions() + otherwise());
    }

    private String step() {
        return dice.name() + dice.maybe(dice.one(" +", " *", " ?", " { 2 }", " { 2 , }", " { 2 , 5 }")) + " :"
                + dice.maybe(" no") + dice.maybe(" " + dice.name()) + dice.maybe(" where " + expression(2));
    }

    private String resumption() {
        return " then "
                + dice.maybe("resume " + dice.one("after match", "at next", "at " + dice.name())
                        + dice.one(" then ", " and "));
    }

    private String actions() {
        return String.join(" and ", dice.some(1, this::action));
    }

    private String action() {
        return dice.rarely() ? emit() : "alert " + dice.maybe(dice.name() + " ") + dice.template() + clauses();
    }

    private String clauses() {
        String clauses = dice.shuffled(
                "to topic " + dice.text(),
                "enriched by " + dice.name() + dice.maybe(" given last " + dice.whole() + " " + dice.name()),
                "at most once per " + dice.duration());
        return clauses.isEmpty() ? "" : " " + clauses;
    }

    private String emit() {
        return "emit " + dice.name() + " { " + dice.loose(this::output) + " } to topic " + dice.text();
    }

    // The inputs of a score would go on with the next field.
    private String output() {
        String value = expression(2);
        return dice.name() + " : " + (value.contains(" given ") ? "( " + value + " )" : value);
    }
}
