package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.NearNames;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks a record of a test against what it is a record of: an event, a table's row, something emitted. */
final class TestRecord {

    private final Problems problems;
    private final Names names;
    private final TestValues values;
    private final String owner;
    private final Map<String, Slot> slots;
    private final Map<String, Object> given = new LinkedHashMap<>();
    private final Set<String> wrong = new TreeSet<>();

    /**
     * What a record may hold.
     *
     * @param kind what an editor takes the name for
     * @param name its path where it belongs to a record in the record: {@code address.zip}
     * @param currency the name of the text that holds a money's currency; null where it has none
     */
    record Slot(
            Target.Kind kind,
            String name,
            Type type,
            boolean required,
            @Nullable String currency) {

        static Slot of(Target.Kind kind, String name, Type type, boolean required) {
            return new Slot(kind, name, type, required, null);
        }
    }

    TestRecord(Problems problems, Names names, String owner, List<Slot> slots) {
        this.problems = problems;
        this.names = names;
        this.values = new TestValues(problems, names);
        this.owner = owner;
        this.slots = slots.stream()
                .collect(Collectors.toMap(Slot::name, slot -> slot, (one, other) -> one, LinkedHashMap::new));
    }

    /** The values by name, with all that is required. */
    Map<String, Object> values(Expression.RecordLiteral record) {
        read("", record);
        slots.values().stream()
                .filter(slot -> slot.currency() != null && given.containsKey(slot.name()))
                .forEach(slot -> currency(record, slot, String.valueOf(slot.currency())));
        List<String> lacking = slots.values().stream()
                .filter(slot -> slot.required() && !given.containsKey(slot.name()) && !isWrong(slot.name()))
                .map(slot -> "'" + slot.name() + "'")
                .toList();
        if (!lacking.isEmpty()) {
            problems.report(Code.FIELD_NOT_GIVEN, record.span(), owner, String.join(", ", lacking))
                    .help("only a field that is declared with '?' may be left out");
        }
        return given;
    }

    private void read(String prefix, Expression.RecordLiteral record) {
        for (Expression.Argument field : record.fields()) {
            String path = prefix + field.name().text();
            if (given.containsKey(path) || wrong.contains(path)) {
                problems.report(Code.CLAUSE_TWICE, field.name().span(), "'" + path + "'");
            } else if (slots.containsKey(path)) {
                read(slots.get(path), field);
            } else if (field.value() instanceof Expression.RecordLiteral inner && isRecord(path)) {
                read(path + ".", inner);
            } else {
                unknown(prefix, path, field);
            }
        }
    }

    private void read(Slot slot, Expression.Argument field) {
        names.means(field.name(), new Target(slot.kind(), owner, slot.name()), slot.type());
        boolean bare = slot.currency() != null && LiteralCheck.isPlainNumber(field.value());
        Object value = values.value(bare ? Type.Scalar.DECIMAL : slot.type(), "'" + slot.name() + "'", field.value());
        if (value == null) {
            wrong.add(slot.name());
        } else {
            given.put(slot.name(), value);
        }
    }

    // Of a record that is wrong, nothing in it is lacking.
    private boolean isWrong(String path) {
        return wrong.stream().anyMatch(name -> path.equals(name) || path.startsWith(name + "."));
    }

    private boolean isRecord(String path) {
        return slots.keySet().stream().anyMatch(name -> name.startsWith(path + "."));
    }

    // What was probably meant is not lacking too.
    private void unknown(String prefix, String path, Expression.Argument field) {
        wrong.add(path);
        if (isRecord(path)) {
            problems.report(Code.WRONG_ARGUMENT, field.value().span(), "'" + path + "'", "anything but a record")
                    .help("write its fields between braces: { name: value }");
            return;
        }
        Name name = field.name();
        Set<String> near = slots.keySet().stream()
                .filter(other -> other.startsWith(prefix))
                .map(other -> other.substring(prefix.length()).replaceAll("\\..*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        names.couldBe(name, () -> new Candidates().and(Target.Kind.FIELD, near), Wanted.NAME);
        String nearest = NearNames.nearest(name.text(), near);
        problems.report(Code.UNKNOWN_FIELD, name.span(), owner, path).suggest(nearest, name.span(), "");
        if (nearest != null) {
            wrong.add(prefix + nearest);
        }
    }

    // 12.50 EUR says the currency too; a bare number has it from the other field.
    private void currency(Expression.RecordLiteral record, Slot slot, String field) {
        Object currency = given.get(field);
        if (given.get(slot.name()) instanceof MoneyAmount money) {
            if (currency == null && !wrong.contains(field)) {
                given.put(field, money.currency());
            } else if (currency != null && !currency.equals(money.currency())) {
                problems.report(Code.CURRENCIES_DIFFER, span(record, field, slot.name()), currency, money.currency())
                        .help("the currency in '" + slot.name() + "' is the one in '" + field + "'");
            }
        }
    }

    private static Span span(Expression.RecordLiteral record, String field, String instead) {
        return Stream.of(field, instead)
                .flatMap(name -> record.fields().stream()
                        .filter(argument -> argument.name().text().equals(name)))
                .map(Expression.Argument::span)
                .findFirst()
                .orElse(record.span());
    }
}
