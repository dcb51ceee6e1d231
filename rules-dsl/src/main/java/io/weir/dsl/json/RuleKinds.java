package io.weir.dsl.json;

import static io.weir.dsl.json.Kind.kind;
import static io.weir.dsl.json.Steps.choice;
import static io.weir.dsl.json.Steps.each;
import static io.weir.dsl.json.Steps.expression;
import static io.weir.dsl.json.Steps.flag;
import static io.weir.dsl.json.Steps.maybe;
import static io.weir.dsl.json.Steps.one;
import static io.weir.dsl.json.Steps.say;
import static io.weir.dsl.json.Steps.unless;

import io.weir.dsl.syntax.Action;
import io.weir.dsl.syntax.Body;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.RuleDefinition;
import io.weir.dsl.syntax.TriggerClause;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules and their clauses. */
final class RuleKinds {

    private static final Shape.Node TIER = Shape.Node.of("tier");
    private static final Shape.Node ACTION = Shape.Node.of(Family.ACTION);
    private static final Shape.Node PATH = Shape.Node.of("path");

    private static final Shape.Choice PLACES = new Shape.Choice(places());

    static final List<Kind<?>> ALL = List.of(
            kind(
                            "rule",
                            RuleDefinition.class,
                            say("rule"),
                            one("name", Leaf.TITLE, RuleDefinition::name),
                            maybe(
                                    say("severity"),
                                    one(
                                            "severity",
                                            Leaf.NAME,
                                            rule -> rule.metadata().severity())),
                            maybe(
                                    say("owner"),
                                    one(
                                            "owner",
                                            Leaf.TEXT,
                                            rule -> rule.metadata().owner())),
                            maybe(
                                    say("because"),
                                    one(
                                            "because",
                                            Leaf.TEXT,
                                            rule -> rule.metadata().because())),
                            maybe(
                                    say("tags"),
                                    say("["),
                                    each(
                                            "tags",
                                            ",",
                                            Leaf.TEXT,
                                            rule -> rule.metadata().tags()),
                                    say("]")),
                            say("on"),
                            each("on", ",", Shape.Node.of("stream"), RuleDefinition::on)
                                    .least(1),
                            maybe(one("by", "key", RuleDefinition::by)),
                            each("lets", "", Shape.Node.of("let"), RuleDefinition::lets),
                            maybe(one("trigger", Family.TRIGGER, RuleDefinition::trigger)),
                            one("body", Family.BODY, RuleDefinition::body))
                    .in(Family.DECLARATION),
            kind(
                    "stream",
                    RuleDefinition.StreamClause.class,
                    one("event", Leaf.NAME, RuleDefinition.StreamClause::stream),
                    maybe(say("as"), one("as", Leaf.NAME, RuleDefinition.StreamClause::alias)),
                    maybe(say("where"), expression("where", Place.CLAUSE, RuleDefinition.StreamClause::where))),
            kind(
                    "key",
                    RuleDefinition.KeyClause.class,
                    say("by"),
                    unless("paths", "everything"),
                    each("paths", ",", PATH, RuleDefinition.KeyClause::paths),
                    maybe(
                            say(","),
                            each(
                                    "elsewhere",
                                    ",",
                                    Shape.Node.of("keyElsewhere"),
                                    RuleDefinition.KeyClause::elsewhere))),
            kind(
                    "keyElsewhere",
                    RuleDefinition.Elsewhere.class,
                    say("in"),
                    one("event", Leaf.NAME, RuleDefinition.Elsewhere::stream),
                    each("paths", ",", PATH, RuleDefinition.Elsewhere::paths).least(1)),
            kind(
                    "let",
                    RuleDefinition.LetClause.class,
                    say("let"),
                    one("name", Leaf.NAME, RuleDefinition.LetClause::name),
                    say("="),
                    expression("value", Place.WHOLE, RuleDefinition.LetClause::value)),
            kind(
                            "every",
                            TriggerClause.Every.class,
                            say("every"),
                            one("length", Family.AMOUNT, TriggerClause.Every::length))
                    .in(Family.TRIGGER),
            kind(
                            "sessionEnd",
                            TriggerClause.SessionEnd.class,
                            say("at the end of each session with a gap of"),
                            one("gap", Family.AMOUNT, TriggerClause.SessionEnd::gap))
                    .in(Family.TRIGGER),
            kind(
                            "when",
                            Body.When.class,
                            say("when"),
                            expression("condition", Place.WHOLE, RuleKinds::condition),
                            say("then"),
                            each("then", "and", ACTION, RuleKinds::actions).least(1),
                            maybe(say("otherwise"), each("otherwise", "otherwise", TIER, RuleKinds::otherwise)))
                    .in(Family.BODY),
            kind(
                    "tier",
                    Body.Tier.class,
                    say("when"),
                    expression("condition", Place.WHOLE, Body.Tier::condition),
                    say("then"),
                    each("then", "and", ACTION, Body.Tier::actions).least(1)),
            kind(
                            "sequence",
                            Body.Sequence.class,
                            say("sequence"),
                            flag("strictly", "strictly", Body.Sequence::strictly),
                            maybe(say("within"), one("within", Family.AMOUNT, Body.Sequence::within)),
                            each("steps", "", Shape.Node.of("step"), Body.Sequence::steps)
                                    .least(1),
                            maybe(say("when"), expression("condition", Place.WHOLE, RuleKinds::conditionOfMatch)),
                            maybe(say("then"), one("resume", "resume", Body.Sequence::resume)),
                            say("then"),
                            each("then", "and", ACTION, RuleKinds::actionsOfMatch)
                                    .least(1),
                            maybe(say("otherwise"), each("otherwise", "otherwise", TIER, RuleKinds::otherwiseOfMatch)))
                    .in(Family.BODY),
            kind(
                    "step",
                    Body.Step.class,
                    one("name", Leaf.NAME, Body.Step::name),
                    maybe(one("quantifier", Leaf.QUANTIFIER, Body.Step::quantifier)),
                    say(":"),
                    flag("no", "no", Body.Step::forbidden),
                    maybe(one("event", Leaf.NAME, Body.Step::stream)),
                    maybe(say("where"), expression("where", Place.CLAUSE, Body.Step::where))),
            kind(
                    "resume",
                    Body.Resume.class,
                    say("resume"),
                    choice("at", PLACES, (resume, spelling) -> place(resume.place())),
                    maybe(one("step", Leaf.NAME, Body.Resume::step))),
            kind(
                            "route",
                            Body.Route.class,
                            say("route"),
                            each("arms", "", Shape.Node.of("arm"), Body.Route::arms)
                                    .least(1),
                            maybe(say("then"), each("then", "and", ACTION, Body.Route::actions)))
                    .in(Family.BODY),
            kind(
                    "arm",
                    Body.Arm.class,
                    unless("condition", "otherwise"),
                    say("to"),
                    one("topic", Leaf.TEXT, Body.Arm::topic),
                    maybe(say("when"), expression("condition", Place.CLAUSE, Body.Arm::condition))),
            kind(
                            "alert",
                            Action.Alert.class,
                            say("alert"),
                            maybe(one("severity", Leaf.NAME, Action.Alert::severity)),
                            one("text", Leaf.TEMPLATE, Action.Alert::text),
                            maybe(say("to topic"), one("topic", Leaf.TEXT, Action.Alert::topic)),
                            maybe(say("enriched by"), one("enrichedBy", Leaf.NAME, Action.Alert::enrichedBy)),
                            maybe(one("given", "lastEvents", Action.Alert::given)),
                            maybe(
                                    say("at most once per"),
                                    one("atMostOncePer", Family.AMOUNT, Action.Alert::atMostOncePer)))
                    .in(Family.ACTION),
            kind(
                    "lastEvents",
                    Action.Given.class,
                    say("given last"),
                    one("number", Leaf.NUMBER, Action.Given::number),
                    one("event", Leaf.NAME, Action.Given::stream)),
            kind(
                            "emit",
                            Action.Emit.class,
                            say("emit"),
                            one("name", Leaf.NAME, Action.Emit::name),
                            say("{"),
                            each("fields", ",", Shape.Node.of("emittedField"), Action.Emit::fields),
                            say("}"),
                            maybe(say("to topic"), one("topic", Leaf.TEXT, Action.Emit::topic)))
                    .in(Family.ACTION),
            kind(
                    "emittedField",
                    Expression.Argument.class,
                    one("name", Leaf.NAME, Expression.Argument::name),
                    say(":"),
                    expression("value", Place.CLAUSE, Expression.Argument::value)));

    private RuleKinds() {}

    // The first tier stands in its body, so that the usual rule has no list of one.
    private static @Nullable Expression condition(Body.When when) {
        return when.tiers().get(0).condition();
    }

    private static List<Action> actions(Body.When when) {
        return when.tiers().get(0).actions();
    }

    private static List<Body.Tier> otherwise(Body.When when) {
        return rest(when.tiers());
    }

    private static @Nullable Expression conditionOfMatch(Body.Sequence sequence) {
        return sequence.tiers().get(0).condition();
    }

    private static List<Action> actionsOfMatch(Body.Sequence sequence) {
        return sequence.tiers().get(0).actions();
    }

    private static List<Body.Tier> otherwiseOfMatch(Body.Sequence sequence) {
        return rest(sequence.tiers());
    }

    private static List<Body.Tier> rest(List<Body.Tier> tiers) {
        return tiers.subList(1, tiers.size());
    }

    private static Map<String, String> places() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("match", "after match");
        words.put("next", "at next");
        words.put("step", "at");
        return words;
    }

    private static String place(Body.Resume.Place place) {
        return switch (place) {
            case AFTER_MATCH -> "match";
            case AT_NEXT -> "next";
            case AT_STEP -> "step";
        };
    }
}
