package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.plan.FeaturePlan;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.TablePlan;
import io.weir.dsl.plan.TestPlan;
import io.weir.dsl.syntax.Definition;
import io.weir.dsl.syntax.EventDefinition;
import io.weir.dsl.syntax.FeatureDefinition;
import io.weir.dsl.syntax.ListDefinition;
import io.weir.dsl.syntax.ModelDefinition;
import io.weir.dsl.syntax.PromptDefinition;
import io.weir.dsl.syntax.RatesDefinition;
import io.weir.dsl.syntax.RuleDefinition;
import io.weir.dsl.syntax.SyntaxTree;
import io.weir.dsl.syntax.TableDefinition;
import io.weir.dsl.syntax.TestDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks files together: first what is declared, then the rules that use it, then their tests. The door of this package. */
public final class Checker {

    private final Names names;
    private final List<RulePlan> rules = new ArrayList<>();
    private final List<TestPlan> tests = new ArrayList<>();

    /**
     * A file and where its problems go.
     *
     * @param memory what is known from checking it before
     */
    public record File(SyntaxTree tree, Problems problems, Memory memory) {

        public File(SyntaxTree tree, Problems problems) {
            this(tree, problems, Memory.NONE);
        }
    }

    /** The declarations that have no mistakes, and the rules that have none either in them or in what they use. */
    public record Checked(Names names, List<RulePlan> rules, List<TestPlan> tests) {}

    private Checker(Names names) {
        this.names = names;
    }

    /** The known declarations are seen by the files unless they declare the same names. */
    public static Checked check(List<File> files, Names.Known known) {
        Checker checker = new Checker(new Names(known));
        Duplicates duplicates = new Duplicates();
        files.forEach(file -> file.tree().definitions().forEach(one -> duplicates.add(file.problems(), one)));
        checker.all(files);
        return new Checked(checker.names, checker.rules, checker.tests);
    }

    private void all(List<File> files) {
        files.forEach(this::declare);
        files.forEach(this::rates);
        files.forEach(this::features);
        files.forEach(this::rules);
        files.forEach(this::tests);
    }

    /** What the declarations of a tree use, checked alone among those names. */
    public static Uses probe(SyntaxTree tree, Problems problems, Names names) {
        Uses uses = new Uses(0);
        new Checker(names.copy()).all(List.of(new File(tree, problems, new Probe(uses))));
        return uses;
    }

    private void declare(File file) {
        for (Definition definition : file.tree().definitions()) {
            String name = definition.name().text();
            if (definition instanceof EventDefinition event) {
                StreamSymbol stream =
                        part(file, event, (problems, seen) -> new EventCheck(problems, seen, event).check());
                names.declare(Objects.requireNonNull(stream));
            } else if (definition instanceof ListDefinition list) {
                names.declareList(name, part(file, list, (problems, seen) -> new ListCheck(problems).check(list)));
            } else if (definition instanceof TableDefinition table) {
                names.declareTable(
                        name, part(file, table, (problems, seen) -> new TableCheck(problems, table).check()));
            } else if (definition instanceof ModelDefinition model) {
                names.declareModel(
                        name, part(file, model, (problems, seen) -> new ModelCheck(problems, model).check()));
            } else if (definition instanceof PromptDefinition prompt) {
                names.declarePrompt(
                        name, part(file, prompt, (problems, seen) -> new PromptCheck(problems, prompt).check()));
            }
        }
    }

    private void rates(File file) {
        for (Definition definition : file.tree().definitions()) {
            if (definition instanceof RatesDefinition rates) {
                TablePlan table = part(file, rates, (problems, seen) -> new RatesCheck(problems, seen, rates).check());
                names.declareRates(rates.name().text(), table != null);
            }
        }
    }

    private void features(File file) {
        for (Definition definition : file.tree().definitions()) {
            if (definition instanceof FeatureDefinition feature) {
                FeaturePlan plan =
                        part(file, feature, (problems, seen) -> new FeatureCheck(problems, seen, feature).check());
                names.declareFeature(feature.name().text(), plan);
            }
        }
    }

    /** Checks a declaration, unless nothing has changed in it and in what it uses. */
    private <T> @Nullable T part(File file, Definition definition, PartCheck<T> check) {
        return file.memory().recall(file, definition, names, check);
    }

    private void rules(File file) {
        for (Definition definition : file.tree().definitions()) {
            if (definition instanceof RuleDefinition rule) {
                RulePlan plan = part(file, rule, (problems, seen) -> new RuleCheck(problems, seen, rule).check());
                names.declareRule(rule.name().text(), new TestedRule(rule, plan));
                if (plan != null) {
                    rules.add(plan);
                }
            }
        }
    }

    private void tests(File file) {
        for (Definition definition : file.tree().definitions()) {
            if (definition instanceof TestDefinition test) {
                TestPlan plan = part(file, test, (problems, seen) -> new TestCheck(problems, seen, test).check());
                if (plan != null) {
                    tests.add(plan);
                }
            }
        }
    }
}
