package io.weir.dsl.check;

import io.weir.dsl.plan.BuiltIn;
import io.weir.dsl.plan.FeaturePlan;
import io.weir.dsl.plan.ListPlan;
import io.weir.dsl.plan.ModelSignature;
import io.weir.dsl.plan.PromptPlan;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.TablePlan;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What rules may name: the declarations at hand, before those that are known from elsewhere. */
public final class Names {

    private final Known known;
    private final Names origin;
    private final @Nullable Uses uses;
    private final Map<String, StreamSymbol> streams;
    private final Map<String, Symbol<ListPlan>> lists;
    private final Map<String, Symbol<ModelSignature>> models;
    private final Map<String, Symbol<PromptPlan>> prompts;
    private final Map<String, Symbol<TablePlan>> tables;
    private final Map<String, Symbol<FeaturePlan>> features;
    private final Map<String, TestedRule> rules;
    private @Nullable String rates;
    private boolean ratesFit;

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
        this.origin = this;
        this.uses = null;
        this.streams = new LinkedHashMap<>();
        this.lists = new LinkedHashMap<>();
        this.models = new LinkedHashMap<>();
        this.prompts = new LinkedHashMap<>();
        this.tables = new LinkedHashMap<>();
        this.features = new LinkedHashMap<>();
        this.rules = new LinkedHashMap<>();
    }

    private Names(Names origin, Uses uses) {
        this.known = origin.known;
        this.origin = origin;
        this.uses = uses;
        this.streams = origin.streams;
        this.lists = origin.lists;
        this.models = origin.models;
        this.prompts = origin.prompts;
        this.tables = origin.tables;
        this.features = origin.features;
        this.rules = origin.rules;
    }

    /** The same names, to which others can be added without changing these. */
    Names copy() {
        Names copy = new Names(known);
        copy.streams.putAll(streams);
        copy.lists.putAll(lists);
        copy.models.putAll(models);
        copy.prompts.putAll(prompts);
        copy.tables.putAll(tables);
        copy.features.putAll(features);
        copy.rules.putAll(rules);
        copy.rates = origin.rates;
        return copy;
    }

    /** The same names; what is asked of them is noted there. */
    Names notedIn(@Nullable Uses notes) {
        return notes == null ? this : new Names(origin, notes);
    }

    /** These with other lists in place of those of the same names. */
    Names with(Map<String, ListPlan> others) {
        Names names = copy();
        others.forEach((name, list) -> names.lists.put(name, new Symbol<>(list)));
        return names;
    }

    /** The declarations at hand that have no mistakes. */
    public Known whole() {
        Map<String, StreamSchema> schemas = new LinkedHashMap<>();
        streams.values().stream()
                .filter(symbol -> !symbol.broken())
                .forEach(symbol -> schemas.put(symbol.name(), symbol.schema()));
        return new Known(
                schemas,
                whole(lists),
                whole(models),
                whole(prompts),
                whole(tables),
                whole(features),
                ratesFit ? rates : null);
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

    void declareRule(String name, TestedRule rule) {
        rules.putIfAbsent(name, rule);
    }

    /** The rates; whoever converts with a table that does not fit is told so at the declaration. */
    void declareRates(String table, boolean fits) {
        ratesFit = rates == null ? fits : ratesFit;
        rates = rates == null ? table : rates;
    }

    @Nullable
    StreamSymbol stream(String name) {
        return asked(names -> names.findStream(name));
    }

    /** The stream that is named there. */
    @Nullable
    StreamSymbol stream(Name name) {
        return named(name, Target.Kind.EVENT, stream(name.text()), this::streamNames);
    }

    private @Nullable StreamSymbol findStream(String name) {
        if (name.equals(BuiltIn.ALERT.name())) {
            return StreamSymbol.whole(BuiltIn.ALERT);
        }
        StreamSymbol symbol = streams.get(name);
        StreamSchema schema = symbol == null ? known.streams.get(name) : null;
        return schema == null ? symbol : StreamSymbol.whole(schema);
    }

    @Nullable
    Symbol<ListPlan> list(String name) {
        return asked(names -> find(names.lists, names.known.lists, name));
    }

    @Nullable
    Symbol<ListPlan> list(Name name) {
        return named(name, Target.Kind.LIST, list(name.text()), this::listNames);
    }

    @Nullable
    Symbol<ModelSignature> model(String name) {
        return asked(names -> find(names.models, names.known.models, name));
    }

    @Nullable
    Symbol<ModelSignature> model(Name name) {
        return named(name, Target.Kind.MODEL, model(name.text()), this::modelNames);
    }

    @Nullable
    Symbol<PromptPlan> prompt(String name) {
        return asked(names -> find(names.prompts, names.known.prompts, name));
    }

    @Nullable
    Symbol<PromptPlan> prompt(Name name) {
        return named(name, Target.Kind.PROMPT, prompt(name.text()), this::promptNames);
    }

    @Nullable
    Symbol<TablePlan> table(String name) {
        return asked(names -> find(names.tables, names.known.tables, name));
    }

    @Nullable
    Symbol<TablePlan> table(Name name) {
        return named(name, Target.Kind.TABLE, table(name.text()), this::tableNames);
    }

    @Nullable
    Symbol<FeaturePlan> feature(String name) {
        return asked(names -> find(names.features, names.known.features, name));
    }

    @Nullable
    Symbol<FeaturePlan> feature(Name name) {
        return named(name, Target.Kind.FEATURE, feature(name.text()), this::featureNames);
    }

    /** The rule at hand that is named there. */
    @Nullable
    TestedRule rule(Name name) {
        TestedRule rule = asked(names -> names.rules.get(name.text()));
        return named(name, Target.Kind.RULE, rule, this::ruleNames);
    }

    /** The rules at hand that one of those streams triggers. */
    List<TestedRule> rulesOn(Set<String> streams) {
        return Objects.requireNonNull(asked(names ->
                names.rules.values().stream().filter(rule -> rule.isOn(streams)).toList()));
    }

    /** The name of the table that converts money, or null. */
    @Nullable
    String rates() {
        return asked(names -> names.origin.rates == null ? names.known.rates : names.origin.rates);
    }

    Set<String> streamNames() {
        return listed(Names::allStreams);
    }

    Set<String> listNames() {
        return listed(names -> names.all(names.lists, Known::lists));
    }

    Set<String> modelNames() {
        return listed(names -> names.all(names.models, Known::models));
    }

    Set<String> ruleNames() {
        return listed(names -> new TreeSet<>(names.rules.keySet()));
    }

    Set<String> promptNames() {
        return listed(names -> names.all(names.prompts, Known::prompts));
    }

    Set<String> tableNames() {
        return listed(names -> names.all(names.tables, Known::tables));
    }

    Set<String> featureNames() {
        return listed(names -> names.all(names.features, Known::features));
    }

    /** Notes what a name means. */
    void means(Name name, Target target, @Nullable Type type) {
        if (uses != null) {
            uses.named(name, target, type);
        }
    }

    /** Notes what could be written there, if that name is still to be written. */
    void couldBe(Name name, Supplier<Candidates> candidates, Wanted wanted) {
        if (uses != null && name.text().endsWith(Uses.BLANK)) {
            String prefix = name.text().substring(0, name.text().length() - Uses.BLANK.length());
            uses.blank(candidates.get().behind(prefix), wanted);
        }
    }

    /** Notes whether what reads a key's history could be written there, if that is still to be written. */
    void mayLookBack(Expression.Path path, boolean allowed) {
        if (uses != null && path.names().get(0).text().equals(Uses.BLANK)) {
            uses.mayLookBack(allowed);
        }
    }

    private <T> @Nullable T named(Name name, Target.Kind kind, @Nullable T found, Supplier<Set<String>> all) {
        if (found != null) {
            means(name, Target.of(kind, name.text()), null);
        } else {
            couldBe(name, () -> new Candidates().and(kind, all.get()), Wanted.NAME);
        }
        return found;
    }

    private Set<String> listed(Question<Set<String>> question) {
        return Objects.requireNonNull(asked(question));
    }

    private <T> @Nullable T asked(Question<T> question) {
        T answer = question.ask(this);
        if (uses != null) {
            uses.asked(question, answer);
        }
        return answer;
    }

    private static <T> @Nullable Symbol<T> find(Map<String, Symbol<T>> local, Map<String, T> known, String name) {
        Symbol<T> symbol = local.get(name);
        T value = symbol == null ? known.get(name) : null;
        return value == null ? symbol : new Symbol<>(value);
    }

    private Set<String> allStreams() {
        Set<String> names = all(streams, Known::streams);
        names.add(BuiltIn.ALERT.name());
        return names;
    }

    private Set<String> all(Map<String, ?> local, Function<Known, Map<String, ?>> others) {
        Set<String> names = new TreeSet<>(local.keySet());
        names.addAll(others.apply(known).keySet());
        return names;
    }
}
