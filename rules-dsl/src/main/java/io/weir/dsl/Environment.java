package io.weir.dsl;

import io.weir.dsl.check.Names;
import io.weir.dsl.plan.FeaturePlan;
import io.weir.dsl.plan.ListPlan;
import io.weir.dsl.plan.ModelSignature;
import io.weir.dsl.plan.PromptPlan;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.TablePlan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The declarations that rules may use, by name.
 *
 * @param rates the table that converts money; null for none
 */
public record Environment(
        Map<String, StreamSchema> streams,
        Map<String, ListPlan> lists,
        Map<String, ModelSignature> models,
        Map<String, PromptPlan> prompts,
        Map<String, TablePlan> tables,
        Map<String, FeaturePlan> features,
        @Nullable String rates) {

    public static final Environment EMPTY =
            new Environment(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), null);

    public Environment {
        streams = Collections.unmodifiableMap(streams);
        lists = Collections.unmodifiableMap(lists);
        models = Collections.unmodifiableMap(models);
        prompts = Collections.unmodifiableMap(prompts);
        tables = Collections.unmodifiableMap(tables);
        features = Collections.unmodifiableMap(features);
    }

    /** Both together; where both have a name, the other's declaration counts. */
    public Environment with(Environment other) {
        return new Environment(
                merged(streams, other.streams),
                merged(lists, other.lists),
                merged(models, other.models),
                merged(prompts, other.prompts),
                merged(tables, other.tables),
                merged(features, other.features),
                other.rates == null ? rates : other.rates);
    }

    private static <T> Map<String, T> merged(Map<String, T> mine, Map<String, T> others) {
        if (others.isEmpty()) {
            return mine;
        }
        Map<String, T> merged = new LinkedHashMap<>(mine);
        merged.putAll(others);
        return merged;
    }

    static Environment of(Names.Known known) {
        return new Environment(
                known.streams(),
                known.lists(),
                known.models(),
                known.prompts(),
                known.tables(),
                known.features(),
                known.rates());
    }

    Names.Known known() {
        return new Names.Known(streams, lists, models, prompts, tables, features, rates);
    }
}
