package io.weir.dsl.assist;

import io.weir.dsl.check.Target;
import io.weir.dsl.syntax.Definition;
import io.weir.dsl.syntax.EventDefinition;
import io.weir.dsl.syntax.FeatureDefinition;
import io.weir.dsl.syntax.FieldDeclaration;
import io.weir.dsl.syntax.ListDefinition;
import io.weir.dsl.syntax.ModelDefinition;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.PromptDefinition;
import io.weir.dsl.syntax.RuleDefinition;
import io.weir.dsl.syntax.TableDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A name that a declaration makes known to the others. */
record Declared(Name name, Target target) {

    static List<Declared> by(Definition definition) {
        List<Declared> all = new ArrayList<>();
        Name name = definition.name();
        if (definition instanceof EventDefinition event) {
            all.add(new Declared(name, Target.of(Target.Kind.EVENT, name.text())));
            fields("", event.fields())
                    .forEach((path, field) ->
                            all.add(new Declared(field.name(), new Target(Target.Kind.FIELD, name.text(), path))));
        } else if (definition instanceof ModelDefinition model) {
            all.add(new Declared(name, Target.of(Target.Kind.MODEL, name.text())));
            model.inputs().forEach(input -> all.add(member(Target.Kind.INPUT, name, input.name())));
        } else if (definition instanceof TableDefinition table) {
            all.add(new Declared(name, Target.of(Target.Kind.TABLE, name.text())));
            table.keys().forEach(column -> all.add(member(Target.Kind.COLUMN, name, column.name())));
            List<FieldDeclaration> columns =
                    table.returns() == null ? List.of() : table.returns().fields();
            columns.forEach(column -> all.add(member(Target.Kind.COLUMN, name, column.name())));
        } else if (definition instanceof ListDefinition) {
            all.add(new Declared(name, Target.of(Target.Kind.LIST, name.text())));
        } else if (definition instanceof PromptDefinition) {
            all.add(new Declared(name, Target.of(Target.Kind.PROMPT, name.text())));
        } else if (definition instanceof FeatureDefinition) {
            all.add(new Declared(name, Target.of(Target.Kind.FEATURE, name.text())));
        } else if (definition instanceof RuleDefinition) {
            all.add(new Declared(name, Target.of(Target.Kind.RULE, name.text())));
        }
        return all;
    }

    /** All fields by their paths, those of records behind them. */
    static Map<String, FieldDeclaration> fields(String prefix, List<FieldDeclaration> declarations) {
        Map<String, FieldDeclaration> fields = new LinkedHashMap<>();
        for (FieldDeclaration field : declarations) {
            String path = prefix + field.name().text();
            fields.putIfAbsent(path, field);
            if (field.type() != null) {
                fields.putAll(fields(path + ".", field.type().fields()));
            }
        }
        return fields;
    }

    private static Declared member(Target.Kind kind, Name owner, Name name) {
        return new Declared(name, new Target(kind, owner.text(), name.text()));
    }
}
