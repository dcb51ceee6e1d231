package io.weir.dsl.check;

import io.weir.dsl.plan.ListPlan;
import io.weir.dsl.plan.ModelSignature;
import io.weir.dsl.plan.PromptPlan;
import io.weir.dsl.plan.StreamSchema;
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

    /** Whole declarations by name. */
    public record Known(
            Map<String, StreamSchema> streams,
            Map<String, ListPlan> lists,
            Map<String, ModelSignature> models,
            Map<String, PromptPlan> prompts) {}

    public Names(Known known) {
        this.known = known;
    }

    /** The declarations at hand that have no mistakes. */
    public Known whole() {
        Map<String, StreamSchema> schemas = new LinkedHashMap<>();
        streams.values().stream()
                .filter(symbol -> !symbol.broken())
                .forEach(symbol -> schemas.put(symbol.name(), symbol.schema()));
        return new Known(schemas, whole(lists), whole(models), whole(prompts));
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

    @Nullable
    StreamSymbol stream(String name) {
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

    Set<String> streamNames() {
        return all(streams, Known::streams);
    }

    Set<String> listNames() {
        return all(lists, Known::lists);
    }

    Set<String> modelNames() {
        return all(models, Known::models);
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
