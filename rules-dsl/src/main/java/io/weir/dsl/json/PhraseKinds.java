package io.weir.dsl.json;

import static io.weir.dsl.json.Kind.kind;
import static io.weir.dsl.json.Steps.choice;
import static io.weir.dsl.json.Steps.each;
import static io.weir.dsl.json.Steps.expression;
import static io.weir.dsl.json.Steps.flag;
import static io.weir.dsl.json.Steps.maybe;
import static io.weir.dsl.json.Steps.one;
import static io.weir.dsl.json.Steps.say;

import io.weir.dsl.plan.AggregateFunction;
import io.weir.dsl.plan.Operator;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.WindowClause;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values that are phrases: aggregates and their windows, scores, what came before and what follows. */
final class PhraseKinds {

    private static final Set<AggregateFunction> WITH_OF = EnumSet.of(
            AggregateFunction.COUNT,
            AggregateFunction.SUM,
            AggregateFunction.AVERAGE,
            AggregateFunction.STDDEV,
            AggregateFunction.MEDIAN);
    private static final Shape.Choice REACH = Shape.Choice.of("last", "previous");

    static final List<Kind<?>> ALL = List.of(
            kind(
                            "aggregate",
                            Expression.Aggregation.class,
                            flag("approximate", "approximate", Expression.Aggregation::approximate),
                            choice(
                                    "function",
                                    functions(),
                                    (aggregate, spelling) ->
                                            aggregate.function().text()),
                            maybe(one("rank", Leaf.NUMBER, Expression.Aggregation::rank), say("of")),
                            expression("operand", Place.AGGREGATED, Expression.Aggregation::operand),
                            maybe(say("where"), expression("where", Place.CLAUSE, Expression.Aggregation::where)),
                            maybe(one("window", Family.WINDOW, Expression.Aggregation::window)))
                    .in(Family.EXPRESSION)
                    .open(),
            kind(
                            "timeWindow",
                            WindowClause.Time.class,
                            say("over the"),
                            choice("over", REACH, (window, spelling) -> reach(window.includesCurrent())),
                            one("length", Family.AMOUNT, WindowClause.Time::length))
                    .in(Family.WINDOW),
            kind(
                            "countWindow",
                            WindowClause.Events.class,
                            say("over the"),
                            choice("over", REACH, (window, spelling) -> reach(window.includesCurrent())),
                            one("number", Leaf.NUMBER, WindowClause.Events::number),
                            say("events"))
                    .in(Family.WINDOW),
            kind("sessionWindow", WindowClause.Session.class, say("over the session"))
                    .in(Family.WINDOW),
            kind(
                            "tally",
                            Expression.Tally.class,
                            choice(
                                    "operator",
                                    Shape.Choice.of("more than", "fewer than", "at least", "exactly"),
                                    (tally, spelling) -> operator(tally.operator())),
                            one("number", Leaf.NUMBER, Expression.Tally::number),
                            maybe(say("different"), one("different", "path", Expression.Tally::different), say("of")),
                            one("event", Leaf.NAME, Expression.Tally::stream),
                            maybe(say("where"), expression("where", Place.CLAUSE, Expression.Tally::where)),
                            say("within"),
                            one("within", Family.AMOUNT, Expression.Tally::within))
                    .in(Family.EXPRESSION)
                    .open(),
            kind(
                            "previous",
                            Expression.Previous.class,
                            say("previous"),
                            one("path", "path", Expression.Previous::path),
                            maybe(say("within"), one("within", Family.AMOUNT, Expression.Previous::within)))
                    .in(Family.EXPRESSION)
                    .open(),
            kind(
                            "trend",
                            Expression.Trend.class,
                            expression("operand", Place.OPERAND, Expression.Trend::operand),
                            choice(
                                    "direction",
                                    Shape.Choice.of("increases", "decreases"),
                                    (trend, spelling) -> trend.increases() ? "increases" : "decreases"),
                            one("times", Leaf.NUMBER, Expression.Trend::times),
                            say("times in a row"),
                            maybe(say("within"), one("within", Family.AMOUNT, Expression.Trend::within)))
                    .in(Family.EXPRESSION)
                    .at(Level.COMPARISON)
                    .open(),
            kind(
                            "travel",
                            Expression.Travel.class,
                            choice(
                                    "measure",
                                    Shape.Choice.of("distance", "speed", "elapsed"),
                                    (travel, spelling) -> travel.measure().text()),
                            say("from"),
                            expression("from", Place.JOURNEY, Expression.Travel::from),
                            say("to"),
                            expression("to", Place.JOURNEY, Expression.Travel::to))
                    .in(Family.EXPRESSION)
                    .open(),
            kind(
                            "conversion",
                            Expression.Conversion.class,
                            expression("operand", Place.CONVERTED, Expression.Conversion::operand),
                            say("to"),
                            one("currency", Leaf.CURRENCY, Expression.Conversion::currency),
                            maybe(say("as of"), one("asOf", "path", Expression.Conversion::asOf)))
                    .in(Family.EXPRESSION)
                    .open(),
            kind(
                            "lookup",
                            Expression.Lookup.class,
                            one("table", Leaf.NAME, Expression.Lookup::table),
                            say("["),
                            each("keys", ",", Shape.Node.of(Family.EXPRESSION), Place.CLAUSE, Expression.Lookup::keys)
                                    .least(1),
                            say("]"),
                            maybe(say("."), one("column", Leaf.NAME, Expression.Lookup::column)),
                            maybe(say("as of"), one("asOf", "path", Expression.Lookup::asOf)))
                    .in(Family.EXPRESSION)
                    .open(),
            kind(
                            "follow",
                            Expression.Follow.class,
                            flag("not", "not", Expression.Follow::negated),
                            say("followed by"),
                            each("events", "or", Leaf.NAME, Expression.Follow::streams)
                                    .least(1),
                            maybe(say("as"), one("as", Leaf.NAME, Expression.Follow::alias)),
                            maybe(say("where"), expression("where", Place.CLAUSE, Expression.Follow::where)),
                            say("within"),
                            one("within", Family.AMOUNT, Expression.Follow::within))
                    .in(Family.EXPRESSION)
                    .at(Level.NOT)
                    .open(),
            kind(
                            "score",
                            Expression.Score.class,
                            say("score of"),
                            one("model", Leaf.NAME, Expression.Score::model),
                            maybe(say("given"), each("given", ",", Shape.Node.of("argument"), Expression.Score::given)))
                    .in(Family.EXPRESSION)
                    .open(),
            kind(
                    "argument",
                    Expression.Argument.class,
                    one("name", Leaf.NAME, Expression.Argument::name),
                    say(":"),
                    expression("value", Place.INPUT, Expression.Argument::value)));

    private PhraseKinds() {}

    private static Shape.Choice functions() {
        Map<String, String> words = new LinkedHashMap<>();
        for (AggregateFunction function : AggregateFunction.values()) {
            words.put(function.text(), function.text() + (WITH_OF.contains(function) ? " of" : ""));
        }
        return new Shape.Choice(words);
    }

    private static String reach(boolean includesCurrent) {
        return includesCurrent ? "last" : "previous";
    }

    private static String operator(Operator operator) {
        return switch (operator) {
            case GREATER -> "more than";
            case LESS -> "fewer than";
            case AT_LEAST -> "at least";
            default -> "exactly";
        };
    }
}
