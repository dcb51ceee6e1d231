package io.weir.dsl.grammar;

/** Writes expressions at random, every form of them; what must stand in parentheses does. */
final class RandomExpression {

    private final Dice dice;
    private final int deepest;

    RandomExpression(Dice dice, int deepest) {
        this.dice = dice;
        this.deepest = deepest;
    }

    /** An expression of so many levels, or as many as may be in this file. */
    String expression(int levels) {
        int depth = Math.min(levels, deepest);
        return switch (dice.below(depth > 0 ? 6 : 2)) {
            case 0, 1 -> comparison(depth - 1);
            case 2 -> String.join(" or ", dice.some(2, () -> negation(depth - 1)));
            case 3 -> String.join(" and ", dice.some(2, () -> negation(depth - 1)));
            default -> negation(depth - 1);
        };
    }

    private String negation(int depth) {
        return switch (dice.below(depth > 0 ? 6 : 1)) {
            case 1 -> "not " + negation(depth - 1);
            case 2 -> dice.maybe("not ") + followed(depth - 1);
            default -> comparison(depth);
        };
    }

    private String followed(int depth) {
        return "followed by " + String.join(" or ", dice.some(1, dice::name)) + dice.maybe(" as " + dice.name())
                + condition(depth) + " within " + dice.duration();
    }

    private String comparison(int depth) {
        return dice.rarely() ? wordAsName(depth) : sum(depth) + dice.one("", question(depth));
    }

    // A word that could begin a phrase, were something else behind it.
    private String wordAsName(int depth) {
        return dice.one("highest", "last", "previous", "distinct", "first . x", "followed", "more", "exactly", "score")
                + question(depth);
    }

    private String question(int depth) {
        return " "
                + switch (dice.below(8)) {
                    case 0, 1 -> dice.one(">", ">=", "<", "<=", "=", "!=", "is", "is not") + " " + sum(depth);
                    case 2 -> dice.one("is missing", "is present", "is not missing", "is not present");
                    case 3 ->
                        dice.one("in", "not in", "is in", "is not in") + " "
                                + dice.one(dice.list(), "@ " + dice.name(), dice.path());
                    case 4 -> dice.maybe("not ") + "between " + sum(depth) + " and " + sum(depth);
                    case 5 -> dice.one("contains", "starts with", "ends with", "matches") + " " + sum(depth);
                    case 6 -> "does not " + dice.one("contain", "start with", "end with", "match") + " " + sum(depth);
                    default -> dice.one("increases", "decreases") + " " + dice.whole() + " times in a row" + within();
                };
    }

    private String within() {
        return dice.maybe(" within " + dice.duration());
    }

    private String sum(int depth) {
        return depth <= 0
                ? value(depth)
                : switch (dice.below(5)) {
                    case 0 -> value(depth) + dice.one(" + ", " - ") + sum(depth - 1);
                    case 1 -> value(depth) + dice.one(" * ", " / ", " % ") + sum(depth - 1);
                    case 2 -> "- " + dice.maybe("- ") + value(depth);
                    case 3 -> value(depth) + " else " + dice.maybe("- ") + value(depth);
                    default -> value(depth);
                };
    }

    private String value(int depth) {
        int less = depth - 1;
        return switch (dice.below(depth > 0 ? 16 : 6)) {
            case 0, 1 -> dice.path();
            case 2 -> dice.one(dice.number(), dice.quantity(), dice.text(), "true", "timestamp \"2026-01-01\"");
            case 3 -> dice.path() + conversion();
            case 4 -> dice.rarely() ? dice.one(dice.list(), "@ " + dice.name()) : previous();
            case 5 -> dice.one(dice.path(), "( " + dice.one("last", "highest", "previous", dice.path()) + " )");
            case 6, 7, 8 -> aggregate(less);
            case 9 -> tally(less);
            case 10 -> travel(less);
            case 11 -> lookup(less) + dice.maybe(conversion());
            case 12 -> score(less);
            case 13 -> group(less) + dice.maybe(conversion());
            case 14 ->
                dice.one("min", "lower", "count", "`hour`", "date") + " ( " + dice.commas(0, () -> expression(less))
                        + " )";
            default -> group(less);
        };
    }

    private String group(int depth) {
        return "( " + expression(depth) + " )";
    }

    private String conversion() {
        return " to " + dice.one("EUR", "USD") + asOf();
    }

    private String asOf() {
        return dice.maybe(" as of " + dice.path());
    }

    private String lookup(int depth) {
        return dice.one("fx", "`the table`", "list", "highest") + " [ " + dice.commas(1, () -> expression(depth)) + " ]"
                + dice.maybe(" . " + dice.name()) + asOf();
    }

    private String aggregate(int depth) {
        String looked = switch (dice.below(4)) {
            case 0 -> "count of " + dice.name() + dice.maybe(" . " + dice.name());
            case 1 -> dice.one("sum", "average", "stddev", "median") + " of " + operand(depth);
            case 2 -> "percentile " + dice.number() + " of " + operand(depth);
            default -> dice.one("highest", "lowest", "first", "last", "distinct") + " " + operand(depth);
        };
        looked = dice.maybe("approximate ") + looked;
        String filtered = looked + " where " + filter(depth);
        return switch (dice.below(5)) {
            case 0 -> looked;
            case 1 -> "( " + filtered + " )";
            case 2 -> filtered + window();
            default -> looked + window();
        };
    }

    private String operand(int depth) {
        return dice.rarely() ? group(depth) : dice.path() + dice.maybe(conversion());
    }

    private String window() {
        return " over the "
                + dice.one(
                        dice.one("last ", "previous ") + dice.duration(),
                        dice.one("last ", "previous ") + dice.whole() + " events",
                        "session");
    }

    private String tally(int depth) {
        return dice.one("more than", "fewer than", "at least", "exactly") + " " + dice.whole() + " "
                + dice.maybe("different " + dice.path() + " of ") + dice.name() + condition(depth) + " within "
                + dice.duration();
    }

    private String condition(int depth) {
        return dice.maybe(" where " + filter(depth));
    }

    // A phrase in it would take the window or the `within` behind it, so it stands in parentheses.
    private String filter(int depth) {
        return dice.one(group(depth), dice.path() + " > " + dice.path() + " or not " + group(depth));
    }

    private String previous() {
        return "previous " + dice.path() + within();
    }

    private String travel(int depth) {
        return dice.one("distance", "speed", "elapsed") + " from " + end(depth) + " to " + end(depth);
    }

    private String end(int depth) {
        return dice.one(dice.path(), dice.path(), "( " + expression(depth) + " )", previous());
    }

    private String score(int depth) {
        return "score of " + dice.name() + dice.maybe(" given " + dice.commas(1, () -> input(depth)));
    }

    private String input(int depth) {
        return dice.name() + " : "
                + dice.one(dice.path(), group(depth), dice.quantity(), dice.text(), "true", dice.list(), "@ a");
    }
}
