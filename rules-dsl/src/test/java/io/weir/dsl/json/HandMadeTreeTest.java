package io.weir.dsl.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trees that programs write: no parentheses, no quotes, and the text means what the tree says all the same. */
class HandMadeTreeTest {

    private static final String A = path("a");
    private static final String B = path("b");
    private static final String C = path("c");

    @Test
    void or_inAnd_standsInParentheses() {
        assertThat(written(and(or(A, B), C))).isEqualTo("(a or b) and c");
        assertThat(written(or(and(A, B), C))).isEqualTo("a and b or c");
        assertThat(written(and(and(A, B), C))).isEqualTo("(a and b) and c");
    }

    @Test
    void not_asAnOperand_standsInParentheses() {
        assertThat(written(and(not(or(A, B)), not(C)))).isEqualTo("not (a or b) and not c");
        assertThat(written(binary("comparison", "is", not(A), B))).isEqualTo("(not a) is b");
        assertThat(written(not(binary("comparison", "is", A, B)))).isEqualTo("not a is b");
    }

    @ParameterizedTest
    @CsvSource({
        "addition, -, addition, -, a - (b - c), a - b - c",
        "multiplication, *, addition, +, a * (b + c), (a + b) * c",
        "addition, +, multiplication, /, a + b / c, a / b + c",
        "multiplication, %, multiplication, /, a % (b / c), a / b % c",
        "comparison, >, comparison, is not, a > (b is not c), (a is not b) > c"
    })
    void operator_insideAnother_keepsItsOperands(
            String outer, String operator, String inner, String other, String right, String left) {
        String b = binary(inner, other, B, C);
        String a = binary(inner, other, A, B);

        assertThat(written(binary(outer, operator, A, b))).isEqualTo(right);
        assertThat(written(binary(outer, operator, a, C))).isEqualTo(left);
    }

    @Test
    void fallbackAndSign_eachInTheOther_keepTheirOperands() {
        String orElse = node("else", "operand", A, "fallback", B);
        String minus = node("negation", "operand", A);

        assertThat(written(node("negation", "operand", orElse))).isEqualTo("-a else b");
        assertThat(written(node("else", "operand", minus, "fallback", B))).isEqualTo("(-a) else b");
        assertThat(written(node("else", "operand", B, "fallback", minus))).isEqualTo("b else -a");
        assertThat(written(node("else", "operand", orElse, "fallback", C))).isEqualTo("(a else b) else c");
        assertThat(written(node("else", "operand", C, "fallback", orElse))).isEqualTo("c else a else b");
        assertThat(written(binary("multiplication", "*", orElse, minus))).isEqualTo("a else b * -a");
    }

    @Test
    void aggregateOfASum_standsInParentheses() {
        String sum = binary("addition", "+", A, B);
        String window = node("timeWindow", "over", "\"last\"", "length", minutes(5));

        assertThat(written(node("aggregate", "function", "\"sum\"", "operand", sum, "window", window)))
                .isEqualTo("sum of (a + b) over the last 5 minutes");
        assertThat(written(node("conversion", "operand", sum, "currency", "\"EUR\"")))
                .isEqualTo("(a + b) to EUR");
    }

    @Test
    void aggregateWithoutAWindow_besideOthers_takesNothingThatFollows() {
        String fall = node("aggregate", "function", "\"count\"", "operand", A, "where", B);

        assertThat(written(and(fall, C))).isEqualTo("(count of a where b) and c");
        assertThat(written(and(C, fall))).isEqualTo("c and count of a where b");
        assertThat(written(node(
                        "aggregate", "function", "\"count\"", "operand", A, "where", and(B, fall), "window", over())))
                .isEqualTo("count of a where b and (count of a where b) over the session");
    }

    @Test
    void phraseWithWithin_insideAnother_keepsItsOwn() {
        String previous = node("previous", "path", A, "within", minutes(5));
        String tally = node(
                "tally",
                "operator",
                "\"more than\"",
                "number",
                "3",
                "event",
                "\"E\"",
                "where",
                binary("comparison", "is", previous, B),
                "within",
                minutes(10));

        assertThat(written(tally))
                .isEqualTo("more than 3 E where (previous a within 5 minutes) is b within 10 minutes");
    }

    @Test
    void scoreWithInputs_beforeAComma_keepsToItsInputs() {
        String score = "{\"kind\": \"score\", \"model\": \"m\", \"given\": [{\"name\": \"x\", \"value\": "
                + binary("addition", "+", A, B) + "}]}";

        assertThat(written("{\"kind\": \"call\", \"function\": \"min\", \"arguments\": [" + score + ", " + C + "]}"))
                .isEqualTo("min(score of m given x: (a + b), c)");
        assertThat(text("""
                {"declarations": [{"kind": "rule", "name": "r", "on": [{"event": "E"}], "body": {"kind": "when", "condition": %s,
                  "then": [{"kind": "emit", "name": "X", "topic": "x", "fields": [{"name": "s", "value": %s}]}]}}]}
                """.formatted(A, score))).contains("emit X { s: (score of m given x: (a + b)) }");
    }

    @ParameterizedTest
    @CsvSource({"rule, `rule`", "two words, `two words`", "1st, `1st`", "café, café", "_x, _x", "count, count"})
    void name_thatIsNone_standsInBackQuotes(String name, String expected) {
        assertThat(written(path(name))).isEqualTo(expected);
    }

    @Test
    void name_thatWouldBeMisread_standsInBackQuotes() {
        String json = rule("\"by\": {\"kind\": \"key\", \"paths\": [" + path("everything") + "]},", A);

        assertThat(text(json)).contains("on E by `everything`\n");
    }

    @Test
    void number_ofJson_isWrittenPlainly() {
        assertThat(written("{\"kind\": \"number\", \"value\": 12.50}")).isEqualTo("12.50");
        assertThat(written("{\"kind\": \"number\", \"value\": 1E3}")).isEqualTo("1000");
        assertThat(written("{\"kind\": \"money\", \"amount\": \"1_000\", \"currency\": \"EUR\"}"))
                .isEqualTo("1_000 EUR");
    }

    @Test
    void text_withQuotesAndLines_isEscaped() {
        assertThat(written("{\"kind\": \"text\", \"value\": \" a\\\"b\\\\c\\n\\td\"}"))
                .isEqualTo("\" a\\\"b\\\\c\\n\\td\"");
    }

    @Test
    void comments_givenByAProgram_standWhereItSays() {
        String commented =
                "{\"kind\": \"bool\", \"value\": true, \"comments\": {\"above\": [\"# why\"], \"behind\": [\"# so\"]}}";

        assertThat(text("""
                {"declarations": [{"kind": "list", "name": "l",
                  "entries": {"entries": [%s, {"kind": "bool", "value": false}], "comments": {"inside": ["# no more"]}},
                  "comments": {"above": ["# head", "", "# list"], "behind": ["# behind"], "below": ["# below"]}}],
                 "comments": {"inside": ["# end"]}}
                """.formatted(commented))).isEqualTo("""
                # head

                # list
                list @l = [
                  # why
                  true,  # so
                  false
                  # no more
                ]  # behind
                  # below

                # end
                """);
    }

    /** How the condition of a rule is written. */
    private static String written(String condition) {
        String text = text(rule("", condition));
        return text.substring(text.indexOf("when ") + 5, text.indexOf("\n  then"))
                .replaceAll("\\s+", " ");
    }

    private static String text(String json) {
        TreeJson.Text text = TreeJson.text(json);
        assertThat(text.problems()).as(json).isEmpty();
        return String.valueOf(text.text());
    }

    private static String rule(String more, String condition) {
        return """
                {"declarations": [{"kind": "rule", "name": "r", "on": [{"event": "E"}], %s
                  "body": {"kind": "when", "condition": %s, "then": [{"kind": "alert", "text": "x"}]}}]}
                """.formatted(more, condition);
    }

    private static String path(String name) {
        return "{\"kind\": \"path\", \"names\": [\"" + name + "\"]}";
    }

    private static String and(String one, String two) {
        return "{\"kind\": \"and\", \"operands\": [" + one + ", " + two + "]}";
    }

    private static String or(String one, String two) {
        return "{\"kind\": \"or\", \"operands\": [" + one + ", " + two + "]}";
    }

    private static String not(String operand) {
        return node("not", "operand", operand);
    }

    private static String binary(String kind, String operator, String left, String right) {
        return node(kind, "operator", "\"" + operator + "\"", "left", left, "right", right);
    }

    private static String minutes(int number) {
        return node("quantity", "number", String.valueOf(number), "unit", "\"minutes\"");
    }

    private static String over() {
        return "{\"kind\": \"sessionWindow\"}";
    }

    private static String node(String kind, String... parts) {
        StringBuilder json = new StringBuilder("{\"kind\": \"" + kind + "\"");
        for (int index = 0; index < parts.length; index += 2) {
            json.append(", \"").append(parts[index]).append("\": ").append(parts[index + 1]);
        }
        return json.append('}').toString();
    }
}
