package io.weir.engine.naive;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes rules at random over the streams of {@link RandomWorld}, small enough to fire often. */
final class RandomRule {

    private final Dice dice;
    private final StringBuilder lets = new StringBuilder();
    private final List<String> shown = new ArrayList<>();
    private boolean keyed;
    private boolean isTimed;
    private String key = "";
    private List<String> readable = List.of();
    private List<String> on = List.of();
    private String alias = "";

    RandomRule(Random random, Set<Construct> allowed) {
        this.dice = new Dice(random, allowed);
    }

    /** With {@link Marks}. */
    String rule(String name) {
        Shape shape = shape();
        keyed = shape != Shape.ROW && (shape != Shape.ROUTE || dice.once(2));
        isTimed = shape == Shape.EVERY || shape == Shape.SESSION;
        streams();
        String body = switch (shape) {
            case ROW, EVENT -> when(terms());
            case ROUTE -> route(terms());
            case EVERY, SESSION -> timed(shape);
            case SEQUENCE, STRICT_SEQUENCE -> sequence(shape == Shape.STRICT_SEQUENCE);
            case FOLLOWED, NOT_FOLLOWED -> follow(shape == Shape.NOT_FOLLOWED);
        };
        String severity = dice.once(3) ? " severity " + dice.one("low", "high") : "";
        String text = lets + body;
        return "rule \"" + name + "\"" + Marks.optional(severity) + "\n  on " + streams(shape != Shape.EVERY) + by(text)
                + "\n" + text;
    }

    private enum Shape {
        ROW,
        EVENT,
        ROUTE,
        EVERY,
        SESSION,
        SEQUENCE,
        STRICT_SEQUENCE,
        FOLLOWED,
        NOT_FOLLOWED
    }

    private Shape shape() {
        List<Shape> shapes = new ArrayList<>(List.of(Shape.ROW));
        if (dice.may(Construct.TIME_WINDOWS)) {
            shapes.addAll(List.of(Shape.EVENT, Shape.EVENT, Shape.EVENT));
        }
        add(shapes, Construct.ROUTE, Shape.ROUTE);
        add(shapes, Construct.EVERY, Shape.EVERY, Shape.EVERY);
        add(shapes, Construct.SESSIONS, Shape.SESSION);
        add(shapes, Construct.RELAXED_SEQUENCES, Shape.SEQUENCE, Shape.SEQUENCE);
        add(shapes, Construct.STRICT_SEQUENCES, Shape.STRICT_SEQUENCE, Shape.STRICT_SEQUENCE);
        add(shapes, Construct.FOLLOWED, Shape.FOLLOWED);
        add(shapes, Construct.NOT_FOLLOWED, Shape.NOT_FOLLOWED);
        return dice.one(shapes);
    }

    private void add(List<Shape> shapes, Construct construct, Shape... some) {
        if (dice.may(construct)) {
            shapes.addAll(List.of(some));
        }
    }

    private void streams() {
        boolean other = dice.may(Construct.OTHER_KEY);
        key = keyed ? dice.one("k", "k", "k", "k, j", "j", "everything") : "";
        boolean withC = key.equals("j") || key.isEmpty() || key.equals("everything") || other;
        readable = withC ? List.of("A", "B", "C", "A") : List.of("A", "B", "A");
        String first = dice.one(readable);
        first = first.equals("C") && key.startsWith("k") ? "A" : first;
        on = List.of(first);
        String second = dice.one(readable);
        if (!second.equals(first) && dice.may(Construct.SEVERAL_STREAMS, 3)) {
            on = List.of(first, second);
        }
        alias = on.size() == 1 && dice.once(2) ? "here" : "";
        if (keyed && !key.equals("everything")) {
            shown.add(key.startsWith("k") ? "k" : "j");
        }
        if (!isTimed) {
            shown.addAll(List.of("n", "t"));
        }
    }

    private String streams(boolean mayFilter) {
        List<String> written = new ArrayList<>();
        for (String stream : on) {
            boolean filtered = mayFilter && dice.once(4);
            String where = filtered
                    ? Marks.optional(" where "
                            + new RandomCondition(dice, Terms.of("", List.of(stream), dice), true).condition(1))
                    : "";
            written.add(stream + (alias.isEmpty() ? "" : " as " + alias) + where);
        }
        return String.join(", ", written);
    }

    // The other key is named where the rule reads the stream that has it.
    private String by(String text) {
        if (!keyed) {
            return "";
        }
        boolean reads = on.contains("C") || text.matches("(?s).*\\bC\\b.*");
        String elsewhere = !reads || !key.startsWith("k") ? "" : key.equals("k") ? ", in C owner" : ", in C owner, j";
        return " by " + key + elsewhere;
    }

    private Terms terms() {
        Terms terms = Terms.of("", on, dice);
        if (on.size() > 1) {
            terms.and(Terms.of(on.get(0) + ".", List.of(on.get(0)), dice));
        }
        if (keyed) {
            history(terms);
        }
        return terms;
    }

    private void history(Terms terms) {
        for (int i = dice.below(3); i >= 0 && dice.may(Construct.TIME_WINDOWS); i--) {
            aggregate(terms, null);
        }
        if (dice.may(Construct.FEATURES, 4) && on.equals(List.of("A")) && key.equals("k")) {
            terms.ints.addAll(List.of("spent", "kinds"));
            shown.add("spent");
        }
        if (dice.may(Construct.PREVIOUS, 3)) {
            previous(terms);
        }
        if (dice.may(Construct.TRENDS, 4)) {
            String within = dice.once(2) ? " within " + dice.duration() : "";
            terms.bools.add("(" + dice.one("n", "n", "t", "(n + j)") + dice.one(" increases ", " decreases ")
                    + dice.one("1", "2", "2") + " times in a row" + within + ")");
        }
    }

    private void previous(Terms terms) {
        terms.ints.add("(previous n)");
        terms.texts.add("(previous t)");
        String stream = dice.one(readable);
        let("p", "previous " + stream + (dice.once(2) ? " within " + dice.duration() : ""));
        terms.and(Terms.of("p.", List.of(stream), dice));
        terms.events.add("p");
        shown.add("p.n");
        if (dice.may(Construct.JOURNEYS)
                && !stream.equals("B")
                && !on.contains("B")
                && on.size() == 1
                && !alias.isEmpty()) {
            terms.bools.add(dice.one(
                    "(distance from p to here > 20 km)",
                    "(speed from p to here > 9_000 km/h)",
                    "(elapsed from p to here < 3 seconds)"));
        }
    }

    private void let(String name, String value) {
        lets.append("  let ").append(name).append(" = ").append(value).append('\n');
    }

    /** In a let; over that window, or any. */
    private void aggregate(Terms terms, @Nullable String window) {
        String name = "v" + shown.stream().filter(one -> one.startsWith("v")).count();
        RandomAggregate aggregates = new RandomAggregate(dice, readable, window == null ? alias : "");
        let(name, aggregates.aggregate(window == null ? aggregates.window() : window, name, terms));
        shown.add(name);
    }

    private String when(Terms terms) {
        StringBuilder body = new StringBuilder("  when " + condition(terms) + "\n  then " + actions());
        for (int i = 0; i < 2 && dice.may(Construct.TIERS, 3); i++) {
            body.append(Marks.optional("\n  otherwise when " + condition(terms) + "\n  then " + actions()));
        }
        return body.toString();
    }

    private String condition(Terms terms) {
        return new RandomCondition(dice, terms, isTimed).condition(2);
    }

    private String route(Terms terms) {
        return "  route to \"r1\" when " + condition(terms)
                + Marks.optional("\n    to \"r2\" when " + condition(terms))
                + (dice.once(2) ? Marks.optional("\n    otherwise to \"r3\"") : "")
                + (dice.once(2) ? Marks.optional("\n  then " + actions()) : "");
    }

    private String timed(Shape shape) {
        Terms terms = new Terms();
        String own = shape == Shape.SESSION ? "the session" : "the last " + dice.duration();
        aggregate(terms, own);
        for (int i = dice.below(2); i >= 0; i--) {
            boolean events = dice.may(Construct.EVENT_WINDOWS, 4);
            aggregate(terms, events ? "the last 3 events" : dice.once(2) ? own : "the last " + dice.duration());
        }
        if (terms.ints.isEmpty()) {
            aggregateCount(terms, own);
        }
        String trigger = shape == Shape.SESSION
                ? "  at the end of each session with a gap of " + dice.one("2 seconds", "3 seconds", "5 seconds")
                : "  every " + dice.one("1 second", "2 seconds", "5 seconds", "3 seconds");
        return trigger + "\n" + when(terms);
    }

    private void aggregateCount(Terms terms, String window) {
        let("v9", "count of " + on.get(0) + " over " + window);
        terms.ints.add("v9");
        shown.add("v9");
    }

    private String sequence(boolean strictly) {
        RandomSequence sequence = new RandomSequence(dice, on, strictly);
        String steps = "  " + sequence.write();
        shown.clear();
        shown.addAll(sequence.shown());
        String when = dice.once(2)
                ? Marks.optional("\n  when " + new RandomCondition(dice, sequence.terms(), isTimed).condition(1))
                : "";
        return steps + when + sequence.resume() + "\n  then " + actions();
    }

    private String follow(boolean negated) {
        String before = Marks.either(condition(terms()) + " and ", "");
        String first = dice.one(readable);
        String second = dice.one(readable);
        List<String> streams = first.equals(second) || !dice.once(3) ? List.of(first) : List.of(first, second);
        Terms terms = Terms.of("", streams, dice);
        String trigger = alias.isEmpty() ? on.get(0) : alias;
        boolean told = !alias.isEmpty() || !streams.contains(on.get(0));
        if (told) {
            terms.and(Terms.of(trigger + ".", List.of(on.get(0)), dice));
        }
        String where = dice.once(2)
                ? Marks.optional(" where (" + new RandomCondition(dice, terms, true).condition(1) + ")")
                : "";
        if (!negated) {
            shown.add("x.n");
            shown.add("x.t");
        }
        return "  when " + before + (negated ? "not " : "") + "followed by " + String.join(" or ", streams) + " as x"
                + where + " within " + dice.duration() + "\n  then " + actions();
    }

    private String actions() {
        String actions = action();
        return dice.once(4) ? actions + Marks.optional("\n   and " + action()) : actions;
    }

    private String action() {
        if (dice.may(Construct.EMIT, 4)) {
            List<String> fields = new ArrayList<>();
            for (String value : shown) {
                fields.add("f" + fields.size() + ": " + value);
            }
            return "emit X { " + String.join(", ", fields) + " } to topic \"x\"";
        }
        StringBuilder text = new StringBuilder();
        shown.forEach(value -> text.append(Marks.optional("{" + value + "} ")));
        return "alert " + (dice.once(4) ? dice.one("low ", "critical ") : "") + "\"" + text + "!\""
                + (dice.once(5) ? " to topic \"other\"" : "")
                + (keyed && dice.may(Construct.THROTTLING, 3)
                        ? Marks.optional(" at most once per " + dice.duration())
                        : "");
    }
}
