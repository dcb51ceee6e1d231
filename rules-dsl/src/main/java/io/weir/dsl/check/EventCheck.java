package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.NearNames;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.Format;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.EventDefinition;
import io.weir.dsl.syntax.FieldDeclaration;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.TypeReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks an event's declaration. */
final class EventCheck {

    private final Problems problems;
    private final Names names;
    private final EventDefinition event;
    private final TypeCheck types;
    private final Map<String, FieldDeclaration> declared = new HashMap<>();
    private final Map<String, Integer> slots = new HashMap<>();
    private final Set<String> unreadable = new HashSet<>();
    private final List<Field> fields = new ArrayList<>();

    EventCheck(Problems problems, Names names, EventDefinition event) {
        this.problems = problems;
        this.names = names;
        this.event = event;
        this.types = new TypeCheck(problems);
    }

    StreamSymbol check() {
        event.fields().forEach(this::declare);
        event.fields().stream()
                .filter(field -> field.equals(declared.get(field.name().text())))
                .forEach(this::resolve);
        linkCurrencies();
        int timeSlot = timeSlot();
        Duration lateness = lateness();
        Format format = format();
        StreamSchema schema = new StreamSchema(event.name().text(), fields, timeSlot, lateness, topic(), format);
        return new StreamSymbol(
                schema, unreadable, problems.isTorn(event.span()), problems.hasErrorWithin(event.span()));
    }

    private void declare(FieldDeclaration field) {
        if (declared.putIfAbsent(field.name().text(), field) != null) {
            problems.report(
                    Code.DECLARED_TWICE,
                    field.name().span(),
                    "field",
                    field.name().text());
        }
    }

    private void resolve(FieldDeclaration declaration) {
        String name = declaration.name().text();
        TypeReference reference = declaration.type();
        Type type = reference == null ? null : types.field(reference);
        if (type == null) {
            unreadable.add(name);
        } else {
            slots.put(name, fields.size());
            fields.add(new Field(name, type, declaration.nullable(), path(declaration), -1));
        }
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

    private void linkCurrencies() {
        for (FieldDeclaration declaration : event.fields()) {
            Name currency =
                    declaration.type() == null ? null : declaration.type().currencyField();
            Integer slot = slots.get(declaration.name().text());
            if (currency != null
                    && slot != null
                    && declaration.equals(declared.get(declaration.name().text()))) {
                Field field = fields.get(slot);
                fields.set(
                        slot,
                        new Field(
                                field.name(),
                                field.type(),
                                field.nullable(),
                                field.path(),
                                currencySlot(field, currency)));
            }
        }
    }

    private int currencySlot(Field money, Name currency) {
        int slot = slot(currency, Wanted.TEXT);
        Type type = slot < 0 ? Type.Scalar.TEXT : fields.get(slot).type();
        if (type != Type.Scalar.TEXT) {
            problems.report(Code.CURRENCY_FIELD_TYPE, currency.span(), money.name(), currency.text(), Phrases.a(type));
        }
        return slot;
    }

    /** The slot of that field; -1, and reported, where there is none. */
    private int slot(Name name, Wanted wanted) {
        Integer slot = slots.get(name.text());
        if (slot == null && !unreadable.contains(name.text()) && !problems.isTorn(event.span())) {
            problems.report(Code.UNKNOWN_FIELD, name.span(), event.name().text(), name.text())
                    .suggest(nearest(name.text(), wanted), name.span(), "");
        }
        if (slot != null) {
            names.means(
                    name,
                    Fields.target(event.name().text(), name.text()),
                    fields.get(slot).type());
        } else {
            names.couldBe(name, this::candidates, wanted);
        }
        return slot == null ? -1 : slot;
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

    private int timeSlot() {
        Name time = event.time();
        int slot = time == null ? -1 : slot(time, Wanted.TIME);
        if (time == null) {
            requireTime();
        } else if (slot >= 0) {
            Field field = fields.get(slot);
            if (field.type() != Type.Scalar.TIMESTAMP || field.nullable()) {
                String type = Phrases.a(field.type()) + (field.nullable() ? " that may be missing" : "");
                problems.report(Code.TIME_FIELD_TYPE, time.span(), time.text(), type);
            }
        }
        return Math.max(slot, 0);
    }

    private void requireTime() {
        if (!problems.isTorn(event.span())) {
            problems.report(
                            Code.CLAUSE_MISSING,
                            event.name().span(),
                            "event " + event.name().text(),
                            "'time'")
                    .help("say which field holds the time of the event, behind the closing brace: time at");
        }
    }

    private Duration lateness() {
        if (event.lateness() == null) {
            return Duration.ZERO;
        }
        Duration lateness = new Literals(problems).duration(event.lateness(), "the lateness");
        return lateness == null ? Duration.ZERO : lateness;
    }

    private String topic() {
        if (event.topic() == null) {
            return kebab(event.name().text());
        }
        new TopicCheck(problems).check(event.topic());
        return event.topic().value();
    }

    /** {@code CartUpdated} is {@code cart-updated}. */
    private static String kebab(String name) {
        return name.replaceAll("([\\p{Ll}\\d])(\\p{Lu})", "$1-$2")
                .replaceAll("(\\p{Lu})(\\p{Lu}\\p{Ll})", "$1-$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._-]+", "-");
    }

    private Format format() {
        Name name = event.format();
        if (name == null || name.text().equals("json")) {
            return Format.JSON;
        } else if (!name.text().equals("csv")) {
            problems.report(Code.UNKNOWN_FORMAT, name.span(), name.text()).help("formats are json and csv");
        }
        return Format.CSV;
    }
}
