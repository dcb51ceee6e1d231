package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.NearNames;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.FeaturePlan;
import io.weir.dsl.plan.KeySpec;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.FeatureDefinition;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.RuleDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks a feature as if it were a rule that has no more than its aggregate. */
final class FeatureCheck {

    private final FeatureDefinition feature;
    private final RuleContext rule;

    FeatureCheck(Problems problems, Names names, FeatureDefinition feature) {
        this.feature = feature;
        this.rule = new RuleContext(problems, names, asRule(feature));
    }

    private static RuleDefinition asRule(FeatureDefinition feature) {
        RuleDefinition.StreamClause on = new RuleDefinition.StreamClause(
                feature.stream(), null, null, feature.stream().span());
        return new RuleDefinition(
                feature.name(),
                new RuleDefinition.Metadata(null, null, null, List.of()),
                List.of(on),
                feature.by(),
                List.of(),
                null,
                null,
                feature.span());
    }

    @Nullable
    FeaturePlan check() {
        StreamSymbol stream = watch();
        new KeyCheck(rule).check();
        Expr value = isAggregate() && hasKey() ? value() : null;
        KeySpec key = rule.key();
        if (!(value instanceof Expr.AggregateOf aggregate)
                || stream == null
                || key == null
                || rule.isBroken()
                || rule.problems().hasErrorWithin(feature.span())
                || !KeyElsewhere.areRead(rule)) {
            return null;
        }
        rule.lints().forEach(lint -> lint.report(rule.problems(), rule));
        return new FeaturePlan(
                feature.name().text(),
                stream.schema(),
                key,
                named(rule.aggregates().get(aggregate.index())));
    }

    private @Nullable StreamSymbol watch() {
        Name name = feature.stream();
        StreamSymbol stream = rule.names().stream(name);
        if (stream == null) {
            rule.goesBlind();
            rule.report(Code.UNKNOWN_STREAM, name.span(), name.text())
                    .suggest(NearNames.nearest(name.text(), rule.names().streamNames()), name.span(), "");
            return null;
        } else if (stream.broken()) {
            rule.breaks();
        }
        if (stream.field(feature.name().text()) != null
                || stream.isRecord(feature.name().text())) {
            rule.report(
                            Code.FEATURE_HIDDEN,
                            feature.name().span(),
                            feature.name().text(),
                            stream.name())
                    .help("give the feature a name that no field has");
        }
        rule.watch(new Watched(0, stream.name(), stream, rule.definition().on().get(0)));
        return stream;
    }

    private boolean isAggregate() {
        Expression value = ExpressionParts.ungrouped(feature.value());
        boolean aggregate = value instanceof Expression.Aggregation;
        if (!aggregate && !(value instanceof Expression.Unreadable)) {
            rule.report(Code.FEATURE_NOT_AGGREGATE, value.span())
                    .help("write for example: sum of amount over the last 7 days");
        }
        return aggregate;
    }

    private boolean hasKey() {
        boolean has = feature.by() != null;
        if (!has && !rule.problems().isTorn(feature.span())) {
            rule.report(
                            Code.CLAUSE_MISSING,
                            feature.name().span(),
                            "feature " + feature.name().text(),
                            "'by'")
                    .help("say whose events belong together, for example: by cardId; or: by everything");
        }
        return has;
    }

    private @Nullable Expr value() {
        return new ExpressionCheck(rule, new TriggerScope(rule)).check(feature.value());
    }

    private Aggregate named(Aggregate a) {
        return new Aggregate(
                a.function(),
                a.approximate(),
                a.rank(),
                a.stream(),
                a.operand(),
                a.where(),
                a.window(),
                a.type(),
                feature.name().text());
    }
}
