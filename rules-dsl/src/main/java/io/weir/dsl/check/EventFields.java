package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.NearNames;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.EventDefinition;
import io.weir.dsl.syntax.FieldDeclaration;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.TypeReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of an event; a record's are among them by their paths: {@code address.zip}. */
final class EventFields {

    private final Problems problems;
    private final Names names;
    private final EventDefinition event;
    private final TypeCheck types;
    private final Map<String, Integer> slots = new HashMap<>();
    private final Set<String> unreadable = new HashSet<>();
    private final List<Field> fields = new ArrayList<>();
    private final List<Currency> currencies = new ArrayList<>();

    /**
     * The record that a field stands in.
     *
     * @param prefix empty for the event itself, otherwise its name with a dot behind
     */
    private record Outer(String prefix, List<String> path, boolean nullable) {}

    /** The field that holds the currency of the money in a slot. */
    private record Currency(int slot, String prefix, Name name) {}

    EventFields(Problems problems, Names names, EventDefinition event) {
        this.problems = problems;
        this.names = names;
        this.event = event;
        this.types = new TypeCheck(problems);
    }

    EventFields read() {
        read(event.fields(), new Outer("", List.of(), false));
        currencies.forEach(this::link);
        return this;
    }

    List<Field> fields() {
        return fields;
    }

    /** Fields and records whose type could not be read. */
    Set<String> unreadable() {
        return unreadable;
    }

    private void read(List<FieldDeclaration> declarations, Outer outer) {
        Set<String> declared = new HashSet<>();
        for (FieldDeclaration declaration : declarations) {
            String name = declaration.name().text();
            if (!declared.add(name) || slots.containsKey(outer.prefix + name)) {
                problems.report(Code.DECLARED_TWICE, declaration.name().span(), "field", name);
            } else {
                read(declaration, outer);
            }
        }
    }

    private void read(FieldDeclaration declaration, Outer outer) {
        String name = outer.prefix + declaration.name().text();
        List<String> path = new ArrayList<>(outer.path);
        path.addAll(path(declaration));
        boolean nullable = outer.nullable || declaration.nullable();
        TypeReference reference = declaration.type();
        if (reference != null && reference.isRecord()) {
            record(reference, new Outer(name + ".", path, nullable));
            return;
        }
        Type type = reference == null ? null : types.field(reference);
        if (reference == null || type == null) {
            unreadable.add(name);
            return;
        } else if (reference != null && reference.currencyField() != null) {
            currencies.add(new Currency(fields.size(), outer.prefix, reference.currencyField()));
        }
        slots.put(name, fields.size());
        fields.add(new Field(name, type, nullable, path, -1));
    }

    private void record(TypeReference record, Outer outer) {
        if (record.fields().isEmpty() && !problems.isTorn(record.span())) {
            problems.report(Code.RECORD_EMPTY, record.span()).help("name what it holds, for example: { zip: text }");
        }
        read(record.fields(), outer);
    }

    private List<String> path(FieldDeclaration declaration) {
        if (declaration.from() == null) {
            return List.of(declaration.name().text());
        }
        List<String> path = List.of(declaration.from().value().split("\\.", -1));
        if (path.contains("")) {
            problems.report(
                            Code.STRANGE_FIELD_PATH,
                            declaration.from().span(),
                            declaration.from().value())
                    .help("write the names from the outside in, with dots between: \"card.id\"");
        }
        return path;
    }

    // The nearest field of that name counts: in the same record, otherwise further out.
    private void link(Currency currency) {
        String prefix = currency.prefix;
        while (!prefix.isEmpty() && !slots.containsKey(prefix + currency.name.text())) {
            prefix = prefix.substring(0, prefix.lastIndexOf('.', prefix.length() - 2) + 1);
        }
        Name name = new Name(prefix + currency.name.text(), currency.name.span());
        Field money = fields.get(currency.slot);
        int slot = slot(name, Wanted.TEXT);
        Type type = slot < 0 ? Type.Scalar.TEXT : fields.get(slot).type();
        if (type != Type.Scalar.TEXT) {
            problems.report(Code.CURRENCY_FIELD_TYPE, name.span(), money.name(), name.text(), Phrases.a(type));
        }
        fields.set(currency.slot, new Field(money.name(), money.type(), money.nullable(), money.path(), slot));
    }

    /** The slot of that field; -1, and reported, where there is none. */
    int slot(Name name, Wanted wanted) {
        Integer slot = slots.get(name.text());
        if (slot != null) {
            names.means(
                    name,
                    Fields.target(event.name().text(), name.text()),
                    fields.get(slot).type());
            return slot;
        }
        names.couldBe(name, this::candidates, wanted);
        if (!unreadable.contains(name.text()) && !problems.isTorn(event.span())) {
            problems.report(Code.UNKNOWN_FIELD, name.span(), event.name().text(), name.text())
                    .help(
                            TypeCheck.isCurrency(name.text())
                                    ? "a fixed currency stands without 'in': money " + name.text()
                                    : null)
                    .suggest(nearest(name.text(), wanted), name.span(), "");
        }
        return -1;
    }

    private Candidates candidates() {
        Candidates candidates = new Candidates();
        fields.forEach(field -> candidates.and(Target.Kind.FIELD, field.name(), field.type()));
        return candidates;
    }

    private @Nullable String nearest(String written, Wanted wanted) {
        List<String> fitting = fields.stream()
                .filter(field -> wanted.fits(field.type()))
                .map(Field::name)
                .toList();
        String near = NearNames.nearest(written, fitting);
        return near == null ? NearNames.nearest(written, slots.keySet()) : near;
    }
}
