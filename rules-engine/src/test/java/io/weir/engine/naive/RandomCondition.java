package io.weir.engine.naive;

/** Writes conditions and values at random, of given terms. */
final class RandomCondition {

    private final Dice dice;
    private final Terms terms;
    private final boolean rows;

    /** @param rows whether only what a single event says can be asked, and no table, model or calculation with the clock */
    RandomCondition(Dice dice, Terms terms, boolean rows) {
        this.dice = dice;
        this.terms = terms;
        this.rows = rows;
    }

    String condition(int depth) {
        if (depth > 0 && dice.once(2)) {
            String one = condition(depth - 1);
            String other = condition(depth - 1);
            return dice.once(6)
                    ? Marks.either("not (" + one + ")", one)
                    : Marks.either("(" + one + dice.one(" and ", " or ", " or ") + other + ")", one, other);
        }
        return switch (dice.below(12)) {
            case 0, 1, 2, 3 -> ints(depth);
            case 4 -> decimals(depth);
            case 5, 6 -> texts();
            case 7 -> moneys();
            case 8 -> bools();
            case 9 -> missing();
            case 10 -> floats();
            default -> other();
        };
    }

    private String order() {
        return dice.one(" > ", " >= ", " < ", " <= ", " >= ", " > ", " is ", " is not ", " = ", " != ");
    }

    private String ints(int depth) {
        return switch (dice.below(6)) {
            case 0 -> integer(depth) + dice.one(" between ", " not between ") + "0 and " + dice.below(6);
            case 1 ->
                integer(depth)
                        + (dice.may(Construct.PUBLISHED_LISTS, 2)
                                ? dice.one(" in @numbers", " not in @numbers")
                                : dice.one(" in [1, 2, 3]", " not in [0, 5]", " in [1, 2.5]"));
            default -> integer(depth) + order() + (dice.once(2) ? "" + dice.below(4) : integer(depth));
        };
    }

    String integer(int depth) {
        if (depth > 0 && dice.once(3)) {
            String one = integer(depth - 1);
            return switch (dice.below(6)) {
                case 0 -> Marks.either("abs(" + one + ")", one);
                case 1 -> Marks.either("min(" + one + ", " + integer(depth - 1) + ")", one);
                case 2 -> Marks.either("(" + one + " else " + dice.below(3) + ")", one);
                case 3 -> Marks.either("(-" + dice.one(terms.ints) + ")", one);
                default ->
                    Marks.either("(" + one + dice.one(" + ", " - ", " * ", " % ") + integer(depth - 1) + ")", one);
            };
        }
        String text = terms.texts.isEmpty() ? "" : dice.one(terms.texts);
        if (dice.once(12) && !text.isEmpty()) {
            return "length(" + text + ")";
        } else if (dice.may(Construct.TABLES, 8) && !text.isEmpty()) {
            return "caps[" + text + ", " + dice.one("0", "1", dice.one(terms.ints)) + "].most";
        } else if (dice.may(Construct.DATES, 12) && !terms.times.isEmpty()) {
            return dice.one("hour", "weekday") + "(" + dice.one(terms.times) + dice.one("", ", \"Europe/Madrid\"")
                    + ")";
        }
        return dice.one(terms.ints);
    }

    private String decimals(int depth) {
        return decimal(depth) + order() + dice.one("0.5", "1", "2.25", "3", decimal(depth));
    }

    private String decimal(int depth) {
        String simple = terms.decimals.isEmpty() ? dice.one(terms.ints) : dice.one(terms.decimals);
        if (dice.may(Construct.TABLES, 6) && !terms.texts.isEmpty()) {
            return "caps[" + dice.one(terms.texts) + ", 1].rate";
        } else if (depth == 0 || dice.once(2)) {
            return simple;
        }
        return switch (dice.below(4)) {
            case 0 -> Marks.either("(" + simple + " / " + integer(0) + ")", simple);
            case 1 -> Marks.either(dice.one("round", "floor", "ceil") + "(" + simple + ")", simple);
            case 2 -> Marks.either("max(" + simple + ", 1.5)", simple);
            default ->
                Marks.either(
                        "(" + simple + dice.one(" * ", " + ", " - ", " % ") + dice.one("2", "0.3", integer(0)) + ")",
                        simple);
        };
    }

    private String floats() {
        if (!rows && dice.may(Construct.SCORES, 2)) {
            return dice.one(
                    "score of dead > 0.5",
                    "(score of dead given n: " + dice.one(terms.ints) + ") < 80 percent",
                    "(score of live given n: " + dice.one(terms.ints) + ", d: " + dice.below(3) + ") > 0.5");
        }
        String value = terms.floats.isEmpty() ? dice.one(terms.ints) : dice.one(terms.floats);
        return value + order() + dice.one("0.25", "1.5", "25 percent", dice.one(terms.ints));
    }

    private String texts() {
        if (terms.texts.isEmpty()) {
            return ints(0);
        }
        String text = dice.one(terms.texts);
        return switch (dice.below(8)) {
            case 0 -> dice.one("lower", "upper", "trim") + "(" + text + ")" + dice.one(" is ", " is not ") + "\"b\"";
            case 1 -> text + dice.one(" in @named", " not in @named", " in [\"a\", \"b\"]", " not in [\"a\"]");
            case 2 -> text + dice.one(" contains ", " does not contain ", " starts with ", " ends with ") + "\"b\"";
            case 3 -> text + dice.one(" matches ", " does not match ") + dice.one("\"[ab]\"", "\"b.*\"", "\"a+\"");
            case 4 ->
                dice.may(Construct.PUBLISHED_LISTS)
                        ? text + dice.one(" in @published", " not in @published")
                        : text + dice.one(" > ", " <= ") + "\"ab\"";
            case 5 -> "(" + text + " else \"a\") is " + dice.one("\"a\"", text);
            default -> text + dice.one(" is ", " is ", " is not ") + dice.one("\"a\"", "\"b\"", dice.one(terms.texts));
        };
    }

    private String moneys() {
        if (terms.moneys.isEmpty()) {
            return ints(1);
        }
        String order = order();
        return switch (dice.below(4)) {
            case 0 -> "(" + dice.one(terms.moneys) + dice.one(" * 2", " / 3", " * 0.5") + ")" + order + "3 EUR";
            case 1 -> dice.one(terms.moneys) + order + dice.one(terms.moneys);
            case 2 ->
                dice.may(Construct.CONVERSION) && terms.moneys.stream().anyMatch(money -> money.matches("(\\w+\\.)?m"))
                        ? terms.moneys.stream()
                                        .filter(money -> money.matches("(\\w+\\.)?m"))
                                        .findFirst()
                                        .orElseThrow()
                                + " to EUR" + (terms.times.contains("at") ? dice.one("", " as of at") : "") + order
                                + "2.5 EUR"
                        : "(" + dice.one(terms.moneys) + " else 1 EUR)" + order + "2 EUR";
            default -> dice.one(terms.moneys) + order + dice.one("1 EUR", "2.50 EUR", "4 EUR");
        };
    }

    private String bools() {
        if (terms.bools.isEmpty()) {
            return texts();
        }
        String bool = dice.one(terms.bools);
        return dice.one(bool, "not " + bool, "(" + bool + " else " + dice.one("true", "false") + ")");
    }

    private String missing() {
        String term = terms.events.isEmpty() || dice.once(2) ? dice.one(terms.all()) : dice.one(terms.events);
        return term + dice.one(" is missing", " is present", " is present");
    }

    private String other() {
        if (!terms.lists.isEmpty() && dice.once(2)) {
            String list = dice.one(terms.lists);
            return dice.one(
                    list + " contains \"b\"",
                    dice.one(terms.texts) + " in " + list,
                    "length(" + list + ") > 1",
                    list + " does not contain " + dice.one(terms.texts));
        } else if (!terms.durations.isEmpty() && dice.once(2)) {
            return dice.one(terms.durations) + order() + dice.one("1 second", "500 milliseconds");
        } else if (dice.may(Construct.DATES, 3) && !terms.times.isEmpty()) {
            return "date(" + dice.one(terms.times) + ") is \"1970-01-01\"";
        } else if (!terms.times.isEmpty()) {
            String time = dice.one(terms.times);
            return dice.one(
                    time + order() + "timestamp \"1970-01-01T00:00:10Z\"",
                    time + " - timestamp \"1970-01-01\" > 7 seconds",
                    time + " + 2 seconds > timestamp \"1970-01-01T00:00:12Z\"");
        }
        return ints(0);
    }
}
