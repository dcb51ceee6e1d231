package io.weir.dsl.assist;

import io.weir.dsl.check.Target;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.syntax.Definition;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.RatesDefinition;
import io.weir.dsl.syntax.RuleDefinition;
import io.weir.dsl.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A declaration of a source, or a part of one.
 *
 * @param kind null for a test
 * @param name where it is named
 * @param parts its fields or lets
 */
public record Outline(Target.@Nullable Kind kind, String text, Span span, Span name, List<Outline> parts) {

    public Outline {
        parts = List.copyOf(parts);
    }

    static List<Outline> of(SyntaxTree tree) {
        return tree.definitions().stream()
                .filter(definition -> !(definition instanceof RatesDefinition))
                .map(Outline::of)
                .toList();
    }

    private static Outline of(Definition definition) {
        List<Declared> declared = Declared.by(definition);
        List<Outline> parts = new ArrayList<>();
        declared.stream()
                .skip(1)
                .map(member -> part(member.target().kind(), member.name()))
                .forEach(parts::add);
        if (definition instanceof RuleDefinition rule) {
            rule.lets().forEach(let -> parts.add(part(Target.Kind.LET, let.name())));
        }
        return new Outline(
                declared.isEmpty() ? null : declared.get(0).target().kind(),
                definition.name().text(),
                definition.span(),
                definition.name().span(),
                parts);
    }

    private static Outline part(Target.Kind kind, Name name) {
        return new Outline(kind, name.text(), name.span(), name.span(), List.of());
    }
}
