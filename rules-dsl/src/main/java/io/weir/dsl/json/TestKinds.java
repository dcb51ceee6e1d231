package io.weir.dsl.json;

import static io.weir.dsl.json.Kind.kind;
import static io.weir.dsl.json.Steps.each;
import static io.weir.dsl.json.Steps.maybe;
import static io.weir.dsl.json.Steps.one;
import static io.weir.dsl.json.Steps.say;

import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.TestDefinition;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tests of rules. */
final class TestKinds {

    private static final Part<TestDefinition> GIVEN = new Part<>(
            "given", Shape.Node.of(Family.GIVEN), Place.BARE, TestKinds::given, 0, (test, spelling) -> test.given());

    static final List<Kind<?>> ALL = List.of(
            kind(
                            "test",
                            TestDefinition.class,
                            say("test"),
                            one("name", Leaf.TITLE, TestDefinition::name),
                            say("for"),
                            one("for", Leaf.TITLE, TestDefinition::rule),
                            maybe(say("given"), GIVEN),
                            say("expect"),
                            each("expect", "expect", Shape.Node.of(Family.EXPECTATION), TestDefinition::expected)
                                    .least(1))
                    .in(Family.DECLARATION),
            kind(
                            "row",
                            TestDefinition.Row.class,
                            new Part<TestDefinition.Row>(
                                    "apart",
                                    new Shape.Flag(""),
                                    Place.BARE,
                                    null,
                                    0,
                                    (row, spelling) -> spelling.isFurther("given", row.span())),
                            one("at", "moment", TestDefinition.Row::at),
                            one("event", Leaf.NAME, TestDefinition.Row::stream),
                            one("values", "recordLiteral", TestDefinition.Row::values),
                            maybe(
                                    say("x"),
                                    one("times", Leaf.NUMBER, TestDefinition.Row::times),
                                    maybe(say("every"), one("every", Family.AMOUNT, TestDefinition.Row::every))))
                    .in(Family.GIVEN),
            kind(
                            "givenList",
                            TestDefinition.ListGiven.class,
                            say("list"),
                            say("@"),
                            one("list", Leaf.NAME, TestDefinition.ListGiven::list),
                            say("="),
                            one("entries", "listLiteral", TestDefinition.ListGiven::entries))
                    .in(Family.GIVEN),
            kind(
                            "givenScore",
                            TestDefinition.ScoreGiven.class,
                            say("score of"),
                            one("model", Leaf.NAME, TestDefinition.ScoreGiven::model),
                            say("="),
                            one("value", Family.ENTRY, TestDefinition.ScoreGiven::value))
                    .in(Family.GIVEN),
            kind(
                            "givenTable",
                            TestDefinition.TableGiven.class,
                            one("table", Leaf.NAME, TestDefinition.TableGiven::table),
                            each("rows", "", Shape.Node.of("recordLiteral"), TestDefinition.TableGiven::rows)
                                    .least(1))
                    .in(Family.GIVEN),
            kind("noAlert", TestDefinition.Nothing.class, say("no alert")).in(Family.EXPECTATION),
            kind(
                            "expectedAlert",
                            TestDefinition.AlertExpected.class,
                            say("alert"),
                            maybe(one("severity", Leaf.NAME, TestDefinition.AlertExpected::severity)),
                            maybe(one("text", Leaf.TEXT, TestDefinition.AlertExpected::text)),
                            maybe(say("at"), one("at", "moment", TestDefinition.AlertExpected::at)))
                    .in(Family.EXPECTATION),
            kind(
                            "expectedEmit",
                            TestDefinition.EmitExpected.class,
                            say("emit"),
                            one("name", Leaf.NAME, TestDefinition.EmitExpected::name),
                            maybe(one("values", "recordLiteral", TestDefinition.EmitExpected::values)),
                            maybe(say("at"), one("at", "moment", TestDefinition.EmitExpected::at)))
                    .in(Family.EXPECTATION),
            kind(
                            "expectedRoute",
                            TestDefinition.RouteExpected.class,
                            say("route to"),
                            one("topic", Leaf.TEXT, TestDefinition.RouteExpected::topic),
                            maybe(say("at"), one("at", "moment", TestDefinition.RouteExpected::at)))
                    .in(Family.EXPECTATION),
            kind(
                    "moment",
                    TestDefinition.Moment.class,
                    maybe(say("day"), new Part<>("day", Leaf.NUMBER, Place.BARE, null, 0, TestKinds::day)),
                    new Part<>("time", Leaf.CLOCK, Place.BARE, null, 0, TestKinds::time)),
            kind(
                            "recordLiteral",
                            Expression.RecordLiteral.class,
                            say("{"),
                            each("fields", ",", Shape.Node.of("recordField"), Expression.RecordLiteral::fields),
                            say("}"))
                    .in(Family.VALUE),
            kind(
                    "recordField",
                    Expression.Argument.class,
                    one("name", Leaf.NAME, Expression.Argument::name),
                    say(":"),
                    one("value", Family.VALUE, Expression.Argument::value)));

    private TestKinds() {}

    // Rows that belong together stand below each other.
    private static String given(Draft before, Draft after) {
        boolean rows = before.kind().name().equals("row") && after.kind().name().equals("row");
        return rows && after.part("apart") == null ? "" : "given";
    }

    private static @Nullable Object day(TestDefinition.Moment moment, Spelling spelling) {
        String written = spelling.source(moment.span());
        return moment.day() == 0 && (written == null || !written.startsWith("day"))
                ? null
                : new Expression.NumberLiteral(BigDecimal.valueOf(moment.day()), true, spelling.span(moment.span(), 1));
    }

    private static String time(TestDefinition.Moment moment, Spelling spelling) {
        String written = spelling.source(moment.span());
        if (written != null) {
            return written.substring(written.lastIndexOf(' ') + 1);
        }
        long seconds = moment.millis() / 1000;
        long millis = moment.millis() % 1000;
        String clock = "%02d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
        return millis == 0 ? clock : clock + ".%03d".formatted(millis);
    }
}
