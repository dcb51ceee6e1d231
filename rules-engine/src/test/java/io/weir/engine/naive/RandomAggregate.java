package io.weir.engine.naive;

import java.util.List;

/** Writes aggregates of a key's events at random, and says where their values can be used. */
final class RandomAggregate {

    private static final List<String> SIMPLE = List.of("sum of ", "average of ", "highest ", "lowest ");
    private static final List<String> OTHERS = List.of(
            "stddev of ", "distinct ", "first ", "last ", "median of ", "percentile 60 of ", "percentile 99 of ");

    private final Dice dice;
    private final List<String> readable;
    private final String link;

    /**
     * @param readable the streams that have the key
     * @param link the alias of the triggering event, where its fields may be asked for; empty for none
     */
    RandomAggregate(Dice dice, List<String> readable, String link) {
        this.dice = dice;
        this.readable = readable;
        this.link = link;
    }

    /** Written over a window, its name is added to the terms of its type. */
    String aggregate(String window, String name, Terms terms) {
        String stream = dice.one(readable);
        if (dice.once(3)) {
            add(terms.ints, name);
            return "count of " + stream + where(stream) + " over " + window;
        }
        boolean other = dice.may(Construct.OTHER_AGGREGATES, 2);
        String function = dice.one(other ? OTHERS : SIMPLE);
        return function + operand(stream, function, name, terms) + where(stream) + " over " + window;
    }

    private String operand(String stream, String function, String name, Terms terms) {
        boolean picks =
                !List.of("sum of ", "average of ", "stddev of ", "distinct ").contains(function);
        boolean means = function.equals("average of ") || function.equals("stddev of ");
        boolean counts = function.equals("distinct ");
        boolean money = dice.may(Construct.MONEY) && !stream.equals("C");
        switch (dice.below(8)) {
            case 0:
                if (money) {
                    add((counts ? terms.ints : terms.moneys), name);
                    String operand = stream + "." + (stream.equals("A") ? dice.one("m", "fee", "m") : "m");
                    return operand.endsWith("m") && dice.may(Construct.CONVERSION, 2)
                            ? operand + " to EUR" + dice.one("", " as of at")
                            : operand;
                }
                break;
            case 1:
                if (stream.equals("A")) {
                    add((counts ? terms.ints : terms.decimals), name);
                    return "A.d";
                }
                break;
            case 2:
                // The last digit of such a root is nobody's promise.
                if (stream.equals("A") && !function.equals("stddev of ")) {
                    add((counts ? terms.ints : terms.floats), name);
                    return "A.f";
                }
                break;
            case 3:
                if (counts || function.equals("first ") || function.equals("last ")) {
                    add((counts ? terms.ints : terms.texts), name);
                    return stream + ".t";
                }
                break;
            case 4:
                if (picks && stream.equals("A")) {
                    add(terms.durations, name);
                    return "A.took";
                }
                break;
            default:
        }
        add((means ? terms.decimals : terms.ints), name);
        return dice.one(
                stream + ".n", stream + ".n", "(" + stream + ".n * 2 - 1)", "(" + stream + ".n + " + stream + ".j)");
    }

    // More than once, so that it is often asked for.
    private static void add(List<String> terms, String name) {
        terms.addAll(List.of(name, name, name));
    }

    private String where(String stream) {
        if (!dice.once(3)) {
            return "";
        }
        String rows = "(" + new RandomCondition(dice, Terms.of("", List.of(stream), dice), true).condition(1) + ")";
        if (!link.isEmpty() && dice.may(Construct.TRIGGER_IN_AGGREGATE, 2)) {
            String linked = dice.one("t is " + link + ".t", link + ".n is n", "j is " + link + ".j");
            return Marks.optional(" where " + Marks.either(linked + " and " + rows, linked, rows));
        }
        return Marks.optional(" where " + rows);
    }

    /** Of an event at hand. */
    String window() {
        boolean events = dice.may(Construct.EVENT_WINDOWS) && dice.once(3);
        String length = events ? dice.one("1 events", "2 events", "3 events", "5 events") : dice.duration();
        return dice.one("the last ", "the last ", "the previous ") + length;
    }
}
