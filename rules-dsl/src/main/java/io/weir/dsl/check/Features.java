package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.ExprParts;
import io.weir.dsl.plan.FeaturePlan;
import io.weir.dsl.plan.KeySpec;
import io.weir.dsl.plan.Window;
import io.weir.dsl.syntax.Name;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The features that a rule may name: those of a stream that it watches, kept by its own key. */
final class Features {

    private final RuleContext rule;

    Features(RuleContext rule) {
        this.rule = rule;
    }

    boolean isNamed(String name) {
        return rule.names().feature(name) != null;
    }

    /** True where the name stands for a feature that this rule may use. */
    boolean isUsable(String name) {
        Symbol<FeaturePlan> symbol = rule.names().feature(name);
        return symbol != null && (symbol.value() == null || fits(symbol.value()));
    }

    /** The aggregate that the feature of that name is; null, and reported, where the rule may not use it. */
    @Nullable
    Expr resolve(Name name) {
        Symbol<FeaturePlan> symbol = rule.names().feature(name);
        FeaturePlan feature = symbol == null ? null : symbol.value();
        if (feature == null) {
            rule.breaks();
            rule.losesState();
            return null;
        } else if (!fits(feature)) {
            String key = String.join(
                    ", ",
                    feature.key().parts().stream().map(KeySpec.Part::field).toList());
            String kept = feature.stream().name() + " by " + (key.isEmpty() ? "everything" : key);
            rule.report(Code.FEATURE_ELSEWHERE, name.span(), name.text(), kept)
                    .help("it can be used in rules on " + kept);
            rule.losesState();
            return null;
        }
        return use(name, feature.aggregate());
    }

    private @Nullable Expr use(Name name, Aggregate aggregate) {
        if (rule.isTimed() && needsAnEvent(aggregate)) {
            rule.report(Code.NO_EVENT_AT_HAND, name.span(), "the feature '" + name.text() + "'")
                    .help("it is said with 'over the previous' or compares with the event at hand");
            rule.losesState();
            return null;
        }
        rule.reads(aggregate.stream().name());
        return new Expr.AggregateOf(rule.aggregate(aggregate), aggregate.type());
    }

    private static boolean needsAnEvent(Aggregate aggregate) {
        Window window = aggregate.window();
        boolean previous = (window instanceof Window.Time time && !time.includesCurrent())
                || (window instanceof Window.Events events && !events.includesCurrent());
        Expr where = aggregate.where();
        return previous || (where != null && ExprParts.all(where).anyMatch(Expr.FieldOfEvent.class::isInstance));
    }

    /** True, and reported, for a feature where nothing that needs a key's history may stand. */
    boolean refuses(Name name, Code refusal) {
        boolean refuses = isNamed(name.text());
        if (refuses) {
            rule.report(refusal, name.span(), "the feature '" + name.text() + "'");
            rule.losesState();
        }
        return refuses;
    }

    /** Those that the rule may use. */
    Candidates addTo(Candidates candidates) {
        for (String name : rule.names().featureNames()) {
            Symbol<FeaturePlan> symbol = rule.names().feature(name);
            FeaturePlan feature = symbol == null ? null : symbol.value();
            if (feature != null && fits(feature)) {
                candidates.and(Target.Kind.FEATURE, name, feature.aggregate().type());
            }
        }
        return candidates;
    }

    private boolean fits(FeaturePlan feature) {
        KeySpec key = rule.key();
        String stream = feature.stream().name();
        return key != null
                && rule.watched().stream()
                        .anyMatch(watched -> watched.stream().name().equals(stream))
                && isSame(feature.key(), key, stream)
                && isSame(feature.key(), key, feature.aggregate().stream().name());
    }

    // Whatever the order of the fields, a key's events are the same ones.
    private static boolean isSame(KeySpec one, KeySpec other, String stream) {
        return fields(one, stream).equals(fields(other, stream));
    }

    private static Map<String, KeySpec.Part> fields(KeySpec key, String stream) {
        List<String> fields = key.fieldsIn(stream);
        Map<String, KeySpec.Part> parts = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            parts.put(fields.get(i), key.parts().get(i));
        }
        return parts;
    }
}
