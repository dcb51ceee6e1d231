package io.weir.dsl.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.Type;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The entries of a list that is published on its own. As JSON they are an array of texts, numbers and bools; any of them may stand
 * there as a text.
 *
 * @param values as in {@link io.weir.dsl.plan.Expr.Constant}, each once
 * @param json the array, each entry once
 * @param problems what is wrong with it, in its author's words; empty for good ones
 */
public record ListEntries(List<Object> values, byte[] json, List<String> problems) {

    private static final int MOST_PROBLEMS = 20;
    private static final int LONGEST_SHOWN = 40;

    /** A list that nobody has published entries of yet. */
    public static final ListEntries NONE = new ListEntries(List.of(), new byte[] {'[', ']'}, List.of());

    public ListEntries {
        values = List.copyOf(values);
        problems = List.copyOf(problems);
    }

    /** Reads them as values of that type. */
    public static ListEntries read(byte[] json, Type element) {
        JsonNode tree;
        try {
            tree = ContractJson.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            return refused("not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            return refused("not readable: " + e.getMessage());
        }
        return tree.isArray() ? read((ArrayNode) tree, element) : refused("not a JSON array");
    }

    private static ListEntries refused(String problem) {
        return new ListEntries(List.of(), NONE.json, List.of(problem));
    }

    private static ListEntries read(ArrayNode array, Type element) {
        Set<Object> values = new LinkedHashSet<>();
        ArrayNode kept = ContractJson.MAPPER.createArrayNode();
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < array.size() && problems.size() < MOST_PROBLEMS; i++) {
            JsonNode entry = array.get(i);
            try {
                if (values.add(value(entry, element))) {
                    kept.add(entry);
                }
            } catch (ArithmeticException | IllegalArgumentException | DateTimeException e) {
                problems.add("entry " + (i + 1) + ": " + shown(entry) + " is no " + element.text());
            }
        }
        return problems.isEmpty()
                ? new ListEntries(List.copyOf(values), ContractJson.write(kept), problems)
                : new ListEntries(List.of(), NONE.json, problems);
    }

    private static String shown(JsonNode entry) {
        String text = entry.toString();
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    private static Object value(JsonNode entry, Type element) {
        if (element instanceof Type.Money money && money.currency() != null) {
            return new MoneyAmount(number(entry), money.currency());
        }
        if (!(element instanceof Type.Scalar scalar)) {
            throw new IllegalArgumentException("No list has entries of type " + element.text() + " (DEVELOPER)");
        }
        return switch (scalar) {
            case TEXT, IP -> text(entry);
            case BOOL -> bool(entry);
            case INT, SIZE -> number(entry).longValueExact();
            case DECIMAL, LENGTH, SPEED -> number(entry);
            case FLOAT, PROBABILITY -> number(entry).doubleValue();
            case DURATION -> duration(entry);
            case TIMESTAMP -> timestamp(entry);
            case GEO -> throw new IllegalArgumentException("No place is the same as another (DEVELOPER)");
        };
    }

    private static String text(JsonNode entry) {
        if (!entry.isTextual()) {
            throw new IllegalArgumentException("no text");
        }
        return entry.textValue();
    }

    private static boolean bool(JsonNode entry) {
        String text = entry.isBoolean() ? entry.asText() : text(entry).strip();
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("no bool");
        }
        return text.equals("true");
    }

    private static BigDecimal number(JsonNode entry) {
        BigDecimal number = entry.isNumber()
                ? entry.decimalValue()
                : new BigDecimal(text(entry).strip());
        if (number.precision() > 200 || Math.abs((long) number.scale()) > 200) {
            throw new IllegalArgumentException("too long");
        }
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    private static long duration(JsonNode entry) {
        return entry.isTextual() && entry.textValue().startsWith("P")
                ? Duration.parse(entry.textValue()).toMillis()
                : number(entry).longValueExact();
    }

    private static long timestamp(JsonNode entry) {
        if (entry.isNumber()) {
            return number(entry).longValueExact();
        }
        String text = text(entry).strip();
        return text.length() <= 10
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli()
                : Instant.parse(text.replace(' ', 'T')).toEpochMilli();
    }
}
