package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.NearNames;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.ListPlan;
import io.weir.dsl.plan.ModelSignature;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.TestPlan;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.TestDefinition;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks what a test sets of what is outside its rule: lists, scores, tables. */
final class TestGivens {

    private final Problems problems;
    private final Names names;
    private final TestValues values;
    private final Map<String, ListPlan> lists = new LinkedHashMap<>();
    private final Map<String, Double> scores = new LinkedHashMap<>();
    private final TestTables tables;
    private final Set<String> seen = new HashSet<>();
    private boolean broken;

    TestGivens(Problems problems, Names names) {
        this.problems = problems;
        this.names = names;
        this.values = new TestValues(problems, names);
        this.tables = new TestTables(problems, names, this);
    }

    void add(TestDefinition.Given given) {
        if (given instanceof TestDefinition.ListGiven list) {
            list(list);
        } else if (given instanceof TestDefinition.ScoreGiven score) {
            score(score);
        } else if (given instanceof TestDefinition.TableGiven table) {
            tables.add(table);
        }
    }

    /** Something that the test uses has mistakes of its own, which are reported there. */
    void breaks() {
        broken = true;
    }

    boolean isBroken() {
        return broken;
    }

    @Nullable
    StreamSymbol stream(Name name) {
        StreamSymbol stream = names.stream(name);
        if (stream == null) {
            problems.report(Code.UNKNOWN_STREAM, name.span(), name.text())
                    .suggest(NearNames.nearest(name.text(), names.streamNames()), name.span(), "");
        } else if (stream.broken()) {
            breaks();
        }
        return stream;
    }

    private void list(TestDefinition.ListGiven given) {
        String name = given.list().text();
        Symbol<ListPlan> symbol = names.list(given.list());
        once("'@" + name + "'", given.span());
        if (symbol == null) {
            problems.report(Code.UNKNOWN_LIST, given.list().span(), name)
                    .suggest(
                            NearNames.nearest(name, names.listNames()),
                            given.list().span(),
                            "");
        } else if (symbol.value() == null) {
            breaks();
        } else if (given.entries() instanceof Expression.ListLiteral entries) {
            list(symbol.value(), entries);
        }
    }

    private void list(ListPlan declared, Expression.ListLiteral given) {
        Expr.Constant constant = new ListCheck(problems).constant(given);
        if (constant == null) {
            return;
        }
        Type element = ((Type.ListOf) constant.type()).element();
        if (!given.entries().isEmpty() && !values.fits(element, declared.element())) {
            problems.report(
                    Code.LIST_OF_OTHERS,
                    given.span(),
                    Phrases.a(element),
                    declared.element().text());
            return;
        }
        List<Object> entries = ListCheck.entries(constant).stream()
                .map(entry -> Typing.value(entry, declared.element()))
                .toList();
        lists.put(declared.name(), new ListPlan(declared.name(), declared.element(), entries, declared.published()));
    }

    private void score(TestDefinition.ScoreGiven given) {
        String name = given.model().text();
        Symbol<ModelSignature> symbol = names.model(given.model());
        once("'score of " + name + "'", given.span());
        if (symbol == null) {
            problems.report(Code.UNKNOWN_MODEL, given.model().span(), name)
                    .suggest(
                            NearNames.nearest(name, names.modelNames()),
                            given.model().span(),
                            "");
            return;
        }
        ModelSignature model = symbol.value();
        Object value = model == null ? null : values.value(Type.Scalar.FLOAT, "a score", given.value());
        if (model == null) {
            breaks();
        } else if (value != null) {
            double score = (Double) value;
            if (model.returns() == Type.Scalar.PROBABILITY && (score < 0 || score > 1)) {
                problems.report(Code.OUT_OF_RANGE, given.value().span(), score, "0 to 1");
            }
            scores.put(name, score);
        }
    }

    private void once(String what, Span span) {
        if (!seen.add(what)) {
            problems.report(Code.CLAUSE_TWICE, span, what);
        }
    }

    Map<String, ListPlan> lists() {
        return lists;
    }

    Map<String, List<Object>> entries() {
        Map<String, List<Object>> entries = new LinkedHashMap<>();
        lists.forEach((name, list) -> entries.put(name, list.entries()));
        return entries;
    }

    Map<String, Double> scores() {
        return scores;
    }

    Map<String, TestPlan.Table> tables(RulePlan rule, List<RulePlan> others) {
        return tables.of(rule, others);
    }
}
