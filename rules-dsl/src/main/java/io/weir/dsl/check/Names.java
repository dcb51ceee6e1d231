package io.weir.dsl.check;

import io.weir.dsl.plan.BuiltIn;
import io.weir.dsl.plan.FeaturePlan;
import io.weir.dsl.plan.ListPlan;
import io.weir.dsl.plan.ModelSignature;
import io.weir.dsl.plan.PromptPlan;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.TablePlan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What rules may name: the declarations at hand, before those that are known from elsewhere. */
public final class Names {

    private final Known known;
    private final Map<String, StreamSymbol> streams = new LinkedHashMap<>();
    private final Map<String, Symbol<ListPlan>> lists = new LinkedHashMap<>();
    private final Map<String, Symbol<ModelSignature>> models = new LinkedHashMap<>();
    private final Map<String, Symbol<PromptPlan>> prompts = new LinkedHashMap<>();
    private final Map<String, Symbol<TablePlan>> tables = new LinkedHashMap<>();
    private final Map<String, Symbol<FeaturePlan>> features = new LinkedHashMap<>();
    private @Nullable String rates;

    /**
     * Whole declarations by name.
     *
     * @param rates the table that converts money; null for none
     */
    public record Known(
            Map<String, StreamSchema> streams,
            Map<String, ListPlan> lists,
            Map<String, ModelSignature> models,
            Map<String, PromptPlan> prompts,
            Map<String, TablePlan> tables,
            Map<String, FeaturePlan> features,
            @Nullable String rates) {}

    public Names(Known known) {
        this.known = known;
    }

    /** The declarations at hand that have no mistakes. */
    public Known whole() {
        Map<String, StreamSchema> schemas = new LinkedHashMap<>();
        streams.values().stream()
                .filter(symbol -> !symbol.broken())
                .forEach(symbol -> schemas.put(symbol.name(), symbol.schema()));
        return new Known(schemas, whole(lists), whole(models), whole(prompts), whole(tables), whole(features), rates);
    }

    private static <T> Map<String, T> whole(Map<String, Symbol<T>> symbols) {
        Map<String, T> whole = new LinkedHashMap<>();
        symbols.forEach((name, symbol) -> {
            T value = symbol.value();
            if (value != null) {
                whole.put(name, value);
            }
        });
        return whole;
    }

    void declare(StreamSymbol stream) {
        streams.putIfAbsent(stream.name(), stream);
    }

    void declareList(String name, @Nullable ListPlan list) {
        lists.putIfAbsent(name, new Symbol<>(list));
    }

    void declareModel(String name, @Nullable ModelSignature model) {
        models.putIfAbsent(name, new Symbol<>(model));
    }

    void declarePrompt(String name, @Nullable PromptPlan prompt) {
        prompts.putIfAbsent(name, new Symbol<>(prompt));
    }

    void declareTable(String name, @Nullable TablePlan table) {
        tables.putIfAbsent(name, new Symbol<>(table));
    }

    void declareFeature(String name, @Nullable FeaturePlan feature) {
        features.putIfAbsent(name, new Symbol<>(feature));
    }

    void declareRates(String table) {
        rates = rates == null ? table : rates;
    }

    @Nullable
    StreamSymbol stream(String name) {
        if (name.equals(BuiltIn.ALERT.name())) {
            return StreamSymbol.whole(BuiltIn.ALERT);
        }
        StreamSymbol symbol = streams.get(name);
        StreamSchema schema = symbol == null ? known.streams.get(name) : null;
        return schema == null ? symbol : StreamSymbol.whole(schema);
    }

    @Nullable
    Symbol<ListPlan> list(String name) {
        return find(lists, known.lists, name);
    }

    @Nullable
    Symbol<ModelSignature> model(String name) {
        return find(models, known.models, name);
    }

    @Nullable
    Symbol<PromptPlan> prompt(String name) {
        return find(prompts, known.prompts, name);
    }

    @Nullable
    Symbol<TablePlan> table(String name) {
        return find(tables, known.tables, name);
    }

    @Nullable
    Symbol<FeaturePlan> feature(String name) {
        return find(features, known.features, name);
    }

    /** The name of the table that converts money, or null. */
    @Nullable
    String rates() {
        return rates == null ? known.rates : rates;
    }

    Set<String> streamNames() {
        return all(streams, Known::streams);
    }

    Set<String> listNames() {
        return all(lists, Known::lists);
    }

    Set<String> modelNames() {
        return all(models, Known::models);
    }

    Set<String> tableNames() {
        return all(tables, Known::tables);
    }

    Set<String> featureNames() {
        return all(features, Known::features);
    }

    Set<String> promptNames() {
        return all(prompts, Known::prompts);
    }

    private static <T> @Nullable Symbol<T> find(Map<String, Symbol<T>> local, Map<String, T> known, String name) {
        Symbol<T> symbol = local.get(name);
        T value = symbol == null ? known.get(name) : null;
        return value == null ? symbol : new Symbol<>(value);
    }

    private Set<String> all(Map<String, ?> local, Function<Known, Map<String, ?>> others) {
        Set<String> names = new TreeSet<>(local.keySet());
        names.addAll(others.apply(known).keySet());
        return names;
    }
}
