package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Place;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.plan.Slug;
import io.weir.dsl.syntax.Definition;
import io.weir.dsl.syntax.EventDefinition;
import io.weir.dsl.syntax.FeatureDefinition;
import io.weir.dsl.syntax.ListDefinition;
import io.weir.dsl.syntax.ModelDefinition;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.PromptDefinition;
import io.weir.dsl.syntax.RatesDefinition;
import io.weir.dsl.syntax.TableDefinition;
import io.weir.dsl.syntax.TestDefinition;
import java.util.HashMap;
import java.util.Map;

/** Finds declarations of one kind that have the same name, or names that are the same in ids. */
final class Duplicates {

    /** At most one of them, whatever table it names. */
    private static final String RATES = "rates";

    private final Map<String, First> firsts = new HashMap<>();

    private record First(String name, Problems problems, Span span) {
        Place place() {
            return problems.place(span);
        }
    }

    void add(Problems problems, Definition definition) {
        Name name = definition.name();
        String kind = kind(definition);
        String slug = slug(definition, kind);
        if (slug.isEmpty()) {
            nameless(problems, definition, kind);
            return;
        }
        First first = firsts.putIfAbsent(kind + " " + slug, new First(name.text(), problems, name.span()));
        if (first != null && (kind.equals(RATES) || first.name.equals(name.text()))) {
            problems.report(Code.DECLARED_TWICE, name.span(), kind, name.text())
                    .help("the first is at " + first.place());
        } else if (first != null) {
            problems.report(Code.SAME_SLUG, name.span(), kind, name.text(), first.name, slug)
                    .help("the other is at " + first.place());
        }
    }

    private static String slug(Definition definition, String kind) {
        String name = definition.name().text();
        if (definition instanceof TestDefinition) {
            // It is not published, so its name stands in no id.
            return name.strip();
        }
        return kind.equals(RATES) ? RATES : Slug.of(name);
    }

    private static void nameless(Problems problems, Definition definition, String kind) {
        if (!definition.name().text().isEmpty() || !problems.isTorn(definition.span())) {
            problems.report(
                    Code.NAME_WITHOUT_LETTERS,
                    definition.name().span(),
                    kind,
                    definition.name().text());
        }
    }

    private static String kind(Definition definition) {
        if (definition instanceof EventDefinition) {
            return "event";
        } else if (definition instanceof ListDefinition) {
            return "list";
        } else if (definition instanceof ModelDefinition) {
            return "model";
        } else if (definition instanceof TestDefinition) {
            return "test";
        }
        return definition instanceof PromptDefinition ? "prompt" : other(definition);
    }

    private static String other(Definition definition) {
        if (definition instanceof TableDefinition) {
            return "table";
        } else if (definition instanceof FeatureDefinition) {
            return "feature";
        } else if (definition instanceof RatesDefinition) {
            return RATES;
        }
        return "rule";
    }
}
