package io.weir.dsl.grammar;

/** Writes declarations at random, rules and tests aside. */
final class RandomDeclaration {

    private final Dice dice;
    private final RandomExpression expressions;
    private final RandomRule rules;

    RandomDeclaration(Dice dice, RandomExpression expressions, RandomRule rules) {
        this.dice = dice;
        this.expressions = expressions;
        this.rules = rules;
    }

    String declaration() {
        return switch (dice.below(8)) {
            case 0, 1 -> event();
            case 2 -> "list @ " + dice.name() + dice.one(" = " + dice.list(), " of " + type(1));
            case 3 -> table();
            case 4 -> "rates from " + dice.name();
            case 5 -> feature();
            case 6 -> model();
            default -> prompt();
        };
    }

    private String event() {
        String clauses = dice.shuffled(
                "time " + dice.name() + dice.maybe(" ,"),
                "up to " + dice.duration() + " late" + dice.maybe(" ,"),
                "from topic " + dice.text() + dice.maybe(" ,"),
                "as " + dice.one("json", "csv", "avro", "to") + dice.maybe(" ,"));
        return "event " + dice.name() + " " + fields(2) + (clauses.isEmpty() ? "" : " " + clauses);
    }

    private String fields(int depth) {
        return "{ " + String.join(" ", dice.some(0, () -> field(depth))) + " }";
    }

    private String field(int depth) {
        return dice.name() + " : " + type(depth) + dice.maybe(" ?") + dice.maybe(" from " + dice.text())
                + dice.maybe(" ,");
    }

    String type(int depth) {
        return switch (dice.below(depth > 0 ? 8 : 6)) {
            case 0, 1, 2 -> dice.one("text", "int", "decimal", "timestamp", "probability", "`text`");
            case 3 -> "money EUR";
            case 4 -> "money in " + dice.name();
            case 5 -> dice.one("money", "list", "geo");
            case 6 -> "list of " + type(depth - 1);
            default -> fields(depth - 1);
        };
    }

    private String table() {
        String columns = dice.commas(1, () -> dice.name() + dice.maybe(" : " + type(0)));
        return "table " + dice.name() + " by " + columns + " returns " + type(2)
                + dice.one(
                        "",
                        dice.maybe(" ,") + " versioned",
                        " versioned" + dice.maybe(" ,") + " from topic " + dice.text(),
                        dice.maybe(" ,") + " from topic " + dice.text(),
                        " from topic " + dice.text() + dice.maybe(" ,") + " versioned");
    }

    private String feature() {
        return "feature " + dice.name() + " on " + dice.name() + dice.maybe(" by " + rules.key()) + " = "
                + expressions.expression(3);
    }

    private String model() {
        return "model " + dice.name() + " given " + dice.commas(1, () -> dice.name() + " : " + type(0)) + " returns "
                + dice.one("probability", "float", "money EUR") + dice.maybe(" else " + dice.number());
    }

    private String prompt() {
        return "prompt " + dice.name() + dice.maybe(" timeout " + dice.duration()) + " " + dice.template()
                + " returns { " + String.join(" ", dice.some(0, this::answer)) + " }";
    }

    private String answer() {
        return dice.name() + " : " + dice.one(dice.list(), type(1)) + dice.maybe(" ,");
    }
}
