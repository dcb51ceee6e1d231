package io.weir.dsl;

import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.plan.Slug;
import io.weir.dsl.syntax.Definition;
import io.weir.dsl.syntax.EventDefinition;
import io.weir.dsl.syntax.FeatureDefinition;
import io.weir.dsl.syntax.ListDefinition;
import io.weir.dsl.syntax.ModelDefinition;
import io.weir.dsl.syntax.PromptDefinition;
import io.weir.dsl.syntax.RatesDefinition;
import io.weir.dsl.syntax.SyntaxTree;
import io.weir.dsl.syntax.TableDefinition;
import io.weir.dsl.syntax.TestDefinition;
import java.util.List;

/** Cuts a source into its declarations; tests are none, as they are not published. */
final class Declarations {

    private Declarations() {}

    static List<Declaration> of(Source source, SyntaxTree tree) {
        return tree.definitions().stream()
                .filter(definition -> !(definition instanceof TestDefinition))
                .map(definition -> declaration(source, definition))
                .toList();
    }

    private static Declaration declaration(Source source, Definition definition) {
        String name = name(definition);
        Span span = new Span(
                withComments(source.text(), definition.span().start()),
                definition.span().end());
        String text = source.text().substring(span.start(), span.end());
        return new Declaration(kind(definition), name, Slug.of(name), text, source.name(), span);
    }

    // There is one in a pack, whatever table it names.
    private static String name(Definition definition) {
        return definition instanceof RatesDefinition
                ? "rates"
                : definition.name().text();
    }

    // The lines right above that hold a comment and nothing else.
    private static int withComments(String text, int start) {
        int from = start;
        while (from > 0 && text.charAt(from - 1) != '\n') {
            from--;
            // Looking no further than the first word keeps many declarations on one line cheap.
            if (!Character.isWhitespace(text.charAt(from))) {
                return start;
            }
        }
        int found = start;
        while (from > 0) {
            from = lineStart(text, from - 1);
            String line = text.substring(from, lineEnd(text, from));
            if (!line.strip().startsWith("#")) {
                return found;
            }
            found = from + line.indexOf('#');
        }
        return found;
    }

    private static int lineStart(String text, int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    private static int lineEnd(String text, int offset) {
        int end = text.indexOf('\n', offset);
        return end < 0 ? text.length() : end;
    }

    private static ArtifactKind kind(Definition definition) {
        if (definition instanceof EventDefinition) {
            return ArtifactKind.STREAM;
        } else if (definition instanceof ListDefinition) {
            return ArtifactKind.LIST;
        } else if (definition instanceof TableDefinition) {
            return ArtifactKind.TABLE;
        } else if (definition instanceof RatesDefinition) {
            return ArtifactKind.RATES;
        } else if (definition instanceof FeatureDefinition) {
            return ArtifactKind.FEATURE;
        } else if (definition instanceof ModelDefinition) {
            return ArtifactKind.SIGNATURE;
        }
        return definition instanceof PromptDefinition ? ArtifactKind.PROMPT : ArtifactKind.RULE;
    }
}
