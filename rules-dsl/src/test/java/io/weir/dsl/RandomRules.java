package io.weir.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes rule files at random: right in their syntax, wild in their names, blanks and comments. */
final class RandomRules {

    private static final List<String> NAMES = List.of(
            "a", "amount", "count", "last", "`rule`", "`the place`", "highest", "lists", "list", "topic", "café", "x1");
    private static final List<String> EVENTS = List.of("Payment", "Login", "`A B`", "event");
    private static final List<String> TYPES = List.of(
            "text",
            "int",
            "decimal",
            "money EUR",
            "money in a",
            "timestamp",
            "list of text",
            "{ a : text ? , b : { c : list of ip from \"d\" } count : int , }");
    private static final List<String> UNITS = List.of("minutes", "hour", "days", "milliseconds");

    private final Random random;
    private final boolean comments;
    private final StringBuilder text = new StringBuilder();
    private int number;

    private RandomRules(long seed, boolean comments) {
        this.random = new Random(seed);
        this.comments = comments;
    }

    static String text(long seed, boolean comments) {
        return new RandomRules(seed, comments).file();
    }

    private String file() {
        int declarations = 1 + random.nextInt(5);
        for (int i = 0; i < declarations; i++) {
            declaration();
        }
        if (comments && random.nextBoolean()) {
            text.append(one(" ", "\n", "\n\n")).append("# the end").append(one("", "\n"));
        }
        return text.toString();
    }

    private void declaration() {
        if (number++ > 0 || random.nextBoolean()) {
            text.append(one(
                    "\n", "\n\n", "\n\n\n", " # behind\n", "\n  # below\n", "\n# above\n", "\n\n# far\n\n#near\r\n"));
        }
        switch (random.nextInt(10)) {
            case 0 -> event();
            case 1 -> words("list @ " + name() + " = " + list(random.nextInt(30)));
            case 2 -> model();
            case 3 -> prompt();
            case 4 -> words("list @ " + name() + " of " + one(TYPES));
            case 5 -> table();
            case 6 ->
                words("feature " + name() + " on " + one(EVENTS) + maybe(" by " + path()) + " = sum of ( "
                        + expression(3) + " ) over the last " + duration());
            case 7 -> words("rates from " + name());
            default -> rule();
        }
    }

    private void event() {
        List<String> words = new ArrayList<>(List.of("event", one(EVENTS), "{"));
        for (int i = random.nextInt(4); i > 0; i--) {
            words.add(name() + " : " + one(TYPES) + maybe(" ?") + maybe(" from \"a.b\"") + maybe(" ,"));
        }
        words.add("at : timestamp } time at" + maybe(" ,"));
        words.add(maybe("up to " + duration() + " late" + maybe(" ,")));
        words.add(maybe("from topic \"t\"" + maybe(" ,")));
        words.add(maybe("as csv" + maybe(" ,")));
        words(String.join(" ", words));
    }

    private void table() {
        String tail = one(
                "",
                " versioned",
                " from topic \"t\"",
                " , versioned , from topic \"t\"",
                " from topic \"t\" versioned ,");
        words("table " + name() + " by " + name() + maybe(" : int") + maybe(" , " + name()) + " returns " + one(TYPES)
                + tail);
    }

    private void model() {
        List<String> inputs = new ArrayList<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            inputs.add(name() + " : float");
        }
        words("model " + name() + " given " + String.join(" , ", inputs) + " returns probability" + maybe(" else 0.5"));
    }

    private void prompt() {
        List<String> outputs = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            outputs.add(name() + " : " + one("text", "[ \"a\" , \"b\" , ]", "bool"));
        }
        words("prompt " + name() + maybe(" timeout 5 seconds") + " "
                + one("\"Why {rule}?\"", "\"\"\"\n One\n  {rule}.\n\"\"\"") + " returns { "
                + String.join(one(" , ", " "), outputs) + maybe(outputs.isEmpty() ? "" : " ,") + " }");
    }

    private void rule() {
        StringBuilder words = new StringBuilder("rule \"" + number + "\" ");
        words.append(maybe("severity high ")).append(maybe("owner \"o\" ")).append(maybe("because \"It is so\" "));
        words.append(maybe("tags [ \"a\" , \"b\"" + maybe(" ,") + " ] "));
        words.append("on ").append(stream()).append(maybe(" , " + stream()));
        words.append(one(
                " ",
                " by everything ",
                " by " + path() + " ",
                " by a , " + path() + " ",
                " by a , in " + one(EVENTS) + " " + path() + " "));
        for (int i = random.nextInt(3); i > 0; i--) {
            words.append("let ")
                    .append(name())
                    .append(" = ")
                    .append(expression(3))
                    .append(' ');
        }
        words.append(maybe("every " + duration() + " "));
        words.append(body());
        words(words.toString());
    }

    private String body() {
        return switch (random.nextInt(4)) {
            case 0 -> sequence() + actions();
            case 1 -> route() + maybe(" then " + actions());
            default ->
                "when " + condition(4) + " then " + actions()
                        + maybe(" otherwise when " + expression(3) + " then " + actions());
        };
    }

    private String route() {
        StringBuilder words = new StringBuilder("route");
        for (int i = random.nextInt(3); i >= 0; i--) {
            words.append(one(" to \"a\"", " to \"a.longer.one\""))
                    .append(" when ( ")
                    .append(expression(2))
                    .append(" )");
        }
        return words + maybe(" otherwise to \"b\"");
    }

    private String actions() {
        return one(alert(), emit()) + maybe(" and " + one(alert(), emit()));
    }

    private String emit() {
        List<String> fields = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            fields.add(name() + " : ( " + expression(2) + " )");
        }
        return "emit " + name() + " { " + String.join(" , ", fields) + (fields.isEmpty() ? "" : maybe(" ,"))
                + " } to topic \"some.of.them\"";
    }

    private String condition(int depth) {
        String follow = one("not followed by ", "followed by ") + one(EVENTS) + maybe(" or " + one(EVENTS))
                + maybe(" as " + name()) + maybe(" where " + expression(depth)) + " within " + duration();
        return expression(depth) + maybe(" and " + follow);
    }

    private String sequence() {
        StringBuilder words = new StringBuilder("sequence " + maybe("strictly ") + maybe("within " + duration() + " "));
        for (int i = random.nextInt(5); i >= 0; i--) {
            words.append(name()).append(one("", "+", " *", " ?", " { 2 }", "{2 , 5}", " {2, }"));
            words.append(one(" : ", ": ")).append(maybe("no ")).append(maybe(one(EVENTS) + " "));
            words.append(maybe("where " + expression(2) + " "));
        }
        return words + maybe("when " + expression(3) + " ") + "then "
                + maybe("resume " + one("at next", "after match", "at " + name()) + one(" then ", " and "));
    }

    private String stream() {
        return one(EVENTS) + maybe(" as " + name()) + maybe(" where " + expression(2));
    }

    private String alert() {
        return "alert " + maybe("critical ") + "\"{a}: {count} is a rather long text\"" + maybe(" to topic \"a.b\"")
                + maybe(" enriched by triage" + maybe(" given last 20 Login"))
                + maybe(" at most once per " + duration());
    }

    private String expression(int depth) {
        String deeper = depth == 0 ? name() : null;
        if (deeper != null) {
            return one(deeper, "1_000 EUR", "900 km/h", "\"a # b\"", "2.5", "true", "timestamp \"2026-01-01\"");
        }
        int less = depth - 1;
        return switch (random.nextInt(29)) {
            case 0, 1, 2 -> junction(" and ", less);
            case 3 -> junction(" or ", less);
            case 4 -> "not ( " + expression(less) + " )";
            case 5 -> "( " + expression(less) + " )";
            case 6 ->
                sum(less) + one(" > ", " is not ", " = ", " != ", " contains ", " does not start with ") + sum(less);
            case 7 -> path() + one(" in ", " is not in ") + one("@ eea", list(random.nextInt(12)));
            case 8 -> sum(less) + one(" between ", " not between ") + sum(less) + " and " + sum(less);
            case 9 -> path() + one(" is missing", " is not present");
            case 10 -> "( " + path() + " else " + name() + " )";
            case 11 -> one("min", "lower") + " ( " + expression(less) + " , " + expression(less) + " )";
            case 12 -> "count of Login" + maybe(" where " + expression(less)) + " over the last " + duration() + " > 3";
            case 13 ->
                one("sum of ", "highest ") + one(path(), "( " + expression(less) + " )") + " over the previous "
                        + duration();
            case 14 -> "more than 10 Login" + maybe(" where " + expression(less)) + " within " + duration();
            case 15 -> "score of fraud given amount : " + path() + " , n : ( " + expression(less) + " ) > 0.92";
            case 16 -> "- " + name() + " / 5 km / h";
            case 17 -> aggregate() + window() + " > 3";
            case 18 -> aggregate() + " where " + expression(less) + window() + " > 3";
            case 19 ->
                "at least 3 different " + path() + " of Payment" + maybe(" where " + expression(less)) + " within "
                        + duration();
            case 20 -> "( previous " + path() + maybe(" within " + duration()) + " ) is missing";
            case 21 ->
                "( " + sum(less) + one(" increases", " decreases") + " 4 times in a row"
                        + maybe(" within " + duration()) + " )";
            case 22 -> one(path(), "( " + expression(less) + " )") + " to EUR" + maybe(" as of " + path()) + " > 5 EUR";
            case 23 ->
                name() + "[ " + expression(less) + maybe(" , " + expression(less)) + " ]" + maybe(" . " + name());
            case 24 ->
                one("distance", "speed", "elapsed") + " from " + path() + " to "
                        + one(path(), "( " + expression(less) + " )") + " > 5 km";
            case 25 -> path() + one(" in ", " not in ") + path();
            default -> path();
        };
    }

    private String aggregate() {
        return one("median of ", "stddev of ", "percentile 99.9 of ", "distinct ", "first ", "last ") + path();
    }

    private String window() {
        return one(
                " over the session",
                " over the last 10 events",
                " over the previous 1 events",
                " over the last " + duration());
    }

    private String junction(String word, int depth) {
        List<String> operands = new ArrayList<>();
        for (int i = random.nextInt(3); i >= -1; i--) {
            operands.add("( " + expression(depth) + " )" + one("", " is true"));
        }
        return String.join(word, operands);
    }

    private String sum(int depth) {
        return one(name(), "( " + expression(depth) + " )") + one("", " + 1 * " + name(), " - - a % 2");
    }

    private String list(int entries) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            words.add(one("\"DE\"", "1", "- 2", "3 km/h", "4 EUR"));
        }
        return "[ " + String.join(" , ", words) + (entries > 0 ? maybe(" ,") : "") + " ]";
    }

    private String path() {
        return name() + maybe(" . " + name());
    }

    private String duration() {
        return (1 + random.nextInt(60)) + " " + one(UNITS);
    }

    private String name() {
        return one(NAMES);
    }

    private String maybe(String words) {
        return random.nextInt(3) == 0 ? words : "";
    }

    private String one(String... words) {
        return words[random.nextInt(words.length)];
    }

    private String one(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    /** Appends words with anything that means nothing between them; never at the margin, where declarations begin. */
    private void words(String words) {
        boolean isText = false;
        for (int at = 0; at < words.length(); at++) {
            char c = words.charAt(at);
            isText ^= c == '"' || c == '`';
            if (c == ' ' && !isText) {
                text.append(blank());
            } else {
                text.append(c);
            }
        }
    }

    private String blank() {
        if (comments && random.nextInt(12) == 0) {
            return one(" # c\n ", "\n  # own\n  ", "#c\r\n\t", "\n\n# at the margin\n\n  ");
        }
        return random.nextInt(4) == 0 ? one("  ", "\n ", "\n\n  ", "\t", "\r\n ") : " ";
    }
}
