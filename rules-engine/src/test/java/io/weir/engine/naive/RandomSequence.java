package io.weir.engine.naive;

import java.util.ArrayList;
import java.util.List;

/** Writes the steps of a sequence at random, and says what a condition behind them can name. */
final class RandomSequence {

    private final Dice dice;
    private final List<String> on;
    private final boolean strictly;
    private final List<Step> steps = new ArrayList<>();

    private record Step(String name, List<String> streams, boolean loop, boolean maybeEmpty, boolean forbidden) {}

    RandomSequence(Dice dice, List<String> on, boolean strictly) {
        this.dice = dice;
        this.on = on;
        this.strictly = strictly;
    }

    String write() {
        int count = 2 + dice.below(3);
        List<String> lines = new ArrayList<>();
        boolean unbounded = !strictly;
        for (int i = 0; i < count; i++) {
            boolean last = i == count - 1;
            boolean forbidden = i > 0 && dice.once(last ? 4 : 5) && (i > 1 || last || count > 2);
            String quantifier = forbidden ? "" : quantifier(last);
            unbounded |= forbidden && last
                    || quantifier.contains("+")
                    || quantifier.contains("*")
                    || quantifier.contains(",}");
            lines.add(step(i, quantifier, forbidden));
        }
        String within = unbounded || dice.once(2)
                ? "within " + dice.one("3 seconds", "6 seconds", "12 seconds", "20 seconds")
                : "";
        return "sequence " + (strictly ? "strictly " : "") + within + "\n    " + String.join("\n    ", lines);
    }

    private String quantifier(boolean last) {
        return switch (dice.below(10)) {
            case 0, 1 -> Marks.optional("+");
            case 2 -> Marks.optional(last ? "+" : "*");
            case 3 -> Marks.optional(last ? "{1,2}" : "?");
            case 4 -> Marks.optional("{2}");
            case 5 -> Marks.optional(dice.one("{2,}", "{1,3}", "{2,3}"));
            default -> "";
        };
    }

    private String step(int index, String quantifier, boolean forbidden) {
        String name = "s" + index;
        boolean named = dice.once(2) || forbidden;
        List<String> streams = named ? List.of(dice.one(on)) : on;
        String body = (forbidden ? "no " : "") + (named ? streams.get(0) : "") + where(streams, name, quantifier);
        steps.add(new Step(
                name, streams, !quantifier.isEmpty(), quantifier.contains("*") || quantifier.contains("?"), forbidden));
        return (forbidden && index > 0 ? Marks.optional(name + ": " + body) : name + quantifier + ": " + body);
    }

    private String where(List<String> streams, String own, String quantifier) {
        Terms terms = Terms.of("", streams, dice);
        String simple = dice.one(
                "n >= " + dice.below(4),
                "n < " + (2 + dice.below(5)),
                "t is not \"a\"",
                "t in [\"a\", \"b\"]",
                "n > 0");
        boolean first = steps.isEmpty();
        if (dice.once(4) && (strictly || quantifier.isEmpty())) {
            return "";
        } else if (first && !strictly || dice.once(4)) {
            return optional(quantifier, " where " + simple);
        } else if (dice.once(3)) {
            String trend = "n" + dice.one(" > ", " < ", " >= ", " <= ") + "previous n";
            return optional(
                    quantifier,
                    " where "
                            + Marks.either(dice.once(4) ? trend + dice.one(" and ", " or ") + simple : trend, simple));
        }
        named(terms);
        if (!quantifier.isEmpty() && dice.once(2)) {
            terms.ints.addAll(List.of("(count of " + own + ")", "(highest " + own + ".n)", "(first " + own + ".n)"));
        }
        return optional(
                quantifier, " where " + Marks.either(new RandomCondition(dice, terms, true).condition(1), simple));
    }

    // A loop that is not strict takes all that it may, so that the next step would find nothing.
    private String optional(String quantifier, String where) {
        return strictly || quantifier.isEmpty() ? Marks.optional(where) : where;
    }

    /** Adds what the steps so far have. */
    private void named(Terms terms) {
        for (Step step : steps) {
            if (!step.forbidden()) {
                List<String> ofEnds =
                        step.loop() ? List.of("first " + step.name(), "last " + step.name()) : List.of(step.name());
                for (String end : ofEnds) {
                    terms.ints.add(end + ".n");
                    terms.texts.add(end + ".t");
                }
                if (step.loop()) {
                    terms.ints.add("(count of " + step.name() + ")");
                    terms.ints.add("(" + dice.one("sum of ", "lowest ", "highest ", "distinct ") + step.name() + ".n)");
                    terms.decimals.add("(average of " + step.name() + ".n)");
                }
                if (step.maybeEmpty()) {
                    terms.events.add(step.name());
                }
            }
        }
    }

    /** Behind the steps: theirs, and bare the last event's. */
    Terms terms() {
        Terms terms = Terms.of("", lastStreams(), dice);
        named(terms);
        terms.ints.add("(previous n)");
        return terms;
    }

    /** What texts can show. */
    List<String> shown() {
        List<String> shown = new ArrayList<>(List.of("n", "t", "at"));
        steps.stream().filter(step -> !step.forbidden()).forEach(step -> shown.add(step.name() + ".n"));
        return shown;
    }

    private List<String> lastStreams() {
        List<String> streams = on;
        for (Step step : steps) {
            streams = step.forbidden() ? streams : step.streams();
        }
        return streams;
    }

    /** Where the search resumes: nothing, a place, or a step that is not the first. */
    String resume() {
        if (!dice.once(3)) {
            return "";
        }
        List<String> places = new ArrayList<>(List.of("at next", "after match"));
        boolean begun = false;
        for (Step step : steps) {
            if (begun && !step.maybeEmpty() && !step.forbidden()) {
                places.add("at " + step.name());
            }
            begun |= !step.maybeEmpty() && !step.forbidden();
        }
        return Marks.optional(" then resume " + dice.one(places));
    }
}
