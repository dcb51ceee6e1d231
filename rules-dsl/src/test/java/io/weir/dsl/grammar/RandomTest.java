package io.weir.dsl.grammar;

/** Writes tests of rules at random. */
final class RandomTest {

    private final Dice dice;

    RandomTest(Dice dice) {
        this.dice = dice;
    }

    String test() {
        return "test " + dice.text() + " for " + dice.text() + " "
                + String.join(" ", dice.some(1, () -> "given " + given())) + " "
                + dice.one("expect no alert", String.join(" ", dice.some(1, () -> "expect " + expectation())));
    }

    private String given() {
        return switch (dice.below(6)) {
            case 0 -> "list @ " + dice.name() + " = " + dice.list();
            case 1 -> "score of " + dice.name() + " = " + dice.maybe("- ") + dice.number();
            case 2 -> dice.name() + " " + String.join(dice.one(" , ", " "), dice.some(1, () -> record(2)));
            default -> String.join(" ", dice.some(1, this::row));
        };
    }

    private String row() {
        return moment() + " " + dice.name() + " " + record(2)
                + dice.maybe(" x " + dice.whole() + dice.maybe(" every " + dice.duration()));
    }

    private String moment() {
        return dice.maybe("day " + dice.whole() + " ")
                + dice.one("00:00:00", "10:15:59.250", "23:59:59.999", "00:01:40");
    }

    private String record(int depth) {
        return "{ " + dice.loose(() -> dice.name() + " : " + value(depth)) + " }";
    }

    private String value(int depth) {
        return switch (dice.below(depth > 0 ? 5 : 3)) {
            case 0, 1 -> dice.literal();
            case 2 -> dice.list();
            default -> record(depth - 1);
        };
    }

    private String expectation() {
        String what = switch (dice.below(4)) {
            case 0 -> "emit " + dice.name() + dice.maybe(" " + record(1));
            case 1 -> "route to " + dice.text();
            default -> "alert" + dice.maybe(" " + dice.one("high", "low")) + dice.maybe(" " + dice.text());
        };
        return what + dice.maybe(" at " + moment());
    }
}
