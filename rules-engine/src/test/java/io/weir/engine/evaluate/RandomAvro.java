package io.weir.engine.evaluate;

import io.weir.dsl.contract.AlertJson;
import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.Format;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.jspecify.annotations.Nullable;

/** A writer's schema at random, a stream that declares some of it, and events: what was written is known beside the bytes. */
final class RandomAvro {

    private final Random random;
    private final List<Field> declared = new ArrayList<>();
    private final Part root;
    private int names;

    /** A value of the writer's schema; whatever of it is declared goes into the map as a row shows it. */
    private interface Part {
        Schema schema();

        @Nullable
        Object value(Map<String, Object> expected);
    }

    /** A type of Avro that can stand for one of ours. */
    private record Kind(Schema schema, Type type, Supplier<Object> value, Function<Object, Object> shown) {}

    RandomAvro(Random random) {
        this.random = random;
        this.root = record(List.of(), 0);
    }

    Schema schema() {
        return root.schema();
    }

    StreamSchema stream() {
        int time = 0;
        while (!declared.get(time).name().equals("at")) {
            time++;
        }
        return new StreamSchema("Random", declared, time, Duration.ZERO, "random", Format.AVRO);
    }

    /** An event, and what its row must hold. */
    Object event(Map<String, Object> expected) {
        return Objects.requireNonNull(root.value(expected));
    }

    private Part record(List<String> path, int depth) {
        Map<String, Part> parts = new LinkedHashMap<>();
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            String name = "f" + names++;
            parts.put(name, part(append(path, name), depth));
        }
        if (depth == 0) {
            List<String> at = List.of("at");
            parts.put("at", leaf(time(), declare("at", at, Type.Scalar.TIMESTAMP, false)));
        }
        List<String> order = new ArrayList<>(parts.keySet());
        Collections.shuffle(order, random);
        List<Schema.Field> fields = order.stream()
                .map(name -> new Schema.Field(name, parts.get(name).schema()))
                .toList();
        Schema schema = Schema.createRecord("R" + names++, null, null, false, fields);
        return new Part() {
            @Override
            public Schema schema() {
                return schema;
            }

            @Override
            public Object value(Map<String, Object> expected) {
                GenericData.Record record = new GenericData.Record(schema);
                order.forEach(name -> record.put(name, parts.get(name).value(expected)));
                return record;
            }
        };
    }

    private Part part(List<String> path, int depth) {
        int choice = random.nextInt(10);
        Part part;
        if (choice == 0 && depth < 3) {
            part = record(path, depth + 1);
        } else if (choice == 1) {
            part = list(path);
        } else if (choice == 2) {
            part = map(path);
        } else {
            Kind kind = kind();
            part = leaf(kind, random.nextInt(4) == 0 ? null : declare(path, kind.type));
        }
        return random.nextBoolean() ? part : optional(part);
    }

    private Part leaf(Kind kind, @Nullable Field field) {
        return new Part() {
            @Override
            public Schema schema() {
                return kind.schema;
            }

            @Override
            public Object value(Map<String, Object> expected) {
                Object value = kind.value.get();
                if (field != null) {
                    expected.put(field.name(), kind.shown.apply(value));
                }
                return value;
            }
        };
    }

    private Part optional(Part part) {
        List<Schema> branches = new ArrayList<>(List.of(Schema.create(Schema.Type.NULL), part.schema()));
        Collections.shuffle(branches, random);
        Schema schema = Schema.createUnion(branches);
        return new Part() {
            @Override
            public Schema schema() {
                return schema;
            }

            @Override
            public @Nullable Object value(Map<String, Object> expected) {
                return random.nextInt(3) == 0 ? null : part.value(expected);
            }
        };
    }

    private Part list(List<String> path) {
        Kind kind = kind();
        boolean gaps = random.nextBoolean();
        Schema schema = Schema.createArray(
                gaps ? Schema.createUnion(Schema.create(Schema.Type.NULL), kind.schema) : kind.schema);
        Field field = random.nextInt(3) == 0 ? null : declare(path, new Type.ListOf(kind.type));
        return new Part() {
            @Override
            public Schema schema() {
                return schema;
            }

            @Override
            public Object value(Map<String, Object> expected) {
                List<@Nullable Object> values = new ArrayList<>();
                List<Object> shown = new ArrayList<>();
                for (int left = random.nextInt(12); left > 0; left--) {
                    Object value = gaps && random.nextInt(4) == 0 ? null : kind.value.get();
                    values.add(value);
                    if (value != null) {
                        shown.add(kind.shown.apply(value));
                    }
                }
                if (field != null) {
                    expected.put(field.name(), shown);
                }
                return values;
            }
        };
    }

    private Part map(List<String> path) {
        Kind kind = kind();
        Field field = random.nextInt(3) == 0 ? null : declare(append(path, "k2"), kind.type);
        Schema schema = Schema.createMap(kind.schema);
        return new Part() {
            @Override
            public Schema schema() {
                return schema;
            }

            @Override
            public Object value(Map<String, Object> expected) {
                Map<String, Object> values = new LinkedHashMap<>();
                for (int left = random.nextInt(5); left > 0; left--) {
                    values.put("k" + random.nextInt(5), kind.value.get());
                }
                Object value = values.get("k2");
                if (field != null && value != null) {
                    expected.put(field.name(), kind.shown.apply(value));
                }
                return values;
            }
        };
    }

    private Field declare(List<String> path, Type type) {
        return declare(String.join("_", path), path, type, true);
    }

    private Field declare(String name, List<String> path, Type type, boolean nullable) {
        Field field = new Field(name, type, nullable, path, -1);
        declared.add(field);
        return field;
    }

    private static List<String> append(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }

    private Kind kind() {
        return switch (random.nextInt(14)) {
            case 0 -> new Kind(plain(Schema.Type.BOOLEAN), Type.Scalar.BOOL, random::nextBoolean, value -> value);
            case 1 ->
                new Kind(
                        plain(Schema.Type.INT),
                        Type.Scalar.INT,
                        random::nextInt,
                        value -> ((Integer) value).longValue());
            case 2 -> new Kind(plain(Schema.Type.LONG), Type.Scalar.INT, this::number, value -> value);
            case 3 ->
                new Kind(
                        plain(Schema.Type.LONG),
                        Type.Scalar.DECIMAL,
                        this::number,
                        value -> BigDecimal.valueOf((Long) value));
            case 4 ->
                new Kind(
                        plain(Schema.Type.FLOAT),
                        Type.Scalar.FLOAT,
                        random::nextFloat,
                        value -> ((Float) value).doubleValue());
            case 5 -> new Kind(plain(Schema.Type.DOUBLE), Type.Scalar.FLOAT, random::nextGaussian, value -> value);
            case 6 ->
                new Kind(
                        plain(Schema.Type.DOUBLE),
                        Type.Scalar.DECIMAL,
                        random::nextGaussian,
                        value -> new BigDecimal(value.toString()));
            case 7 -> new Kind(plain(Schema.Type.STRING), Type.Scalar.TEXT, this::text, value -> value);
            case 8 -> symbol();
            case 9 -> decimal(false);
            case 10 -> decimal(true);
            case 11 -> uuid();
            case 12 ->
                new Kind(
                        LogicalTypes.timeMicros().addToSchema(plain(Schema.Type.LONG)),
                        Type.Scalar.DURATION,
                        () -> (long) random.nextInt(1_000_000_000),
                        value -> (Long) value / 1_000);
            default -> time();
        };
    }

    private Kind time() {
        Schema number = plain(Schema.Type.LONG);
        return switch (random.nextInt(5)) {
            case 0 -> moment(number, 1);
            case 1 -> moment(LogicalTypes.timestampMillis().addToSchema(number), 1);
            case 2 -> moment(LogicalTypes.timestampMicros().addToSchema(number), 1_000);
            case 3 ->
                new Kind(
                        LogicalTypes.date().addToSchema(plain(Schema.Type.INT)),
                        Type.Scalar.TIMESTAMP,
                        () -> random.nextInt(40_000) - 10_000,
                        value -> AlertJson.time((Integer) value * 86_400_000L));
            default ->
                new Kind(
                        plain(Schema.Type.STRING),
                        Type.Scalar.TIMESTAMP,
                        () -> AlertJson.time(random.nextInt()),
                        value -> value);
        };
    }

    private Kind moment(Schema schema, long unit) {
        return new Kind(
                schema,
                Type.Scalar.TIMESTAMP,
                () -> random.nextLong() >> 16,
                value -> AlertJson.time(Math.floorDiv((Long) value, unit)));
    }

    private Kind symbol() {
        Schema schema = Schema.createEnum("E" + names++, null, null, List.of("ONE", "TWO", "THREE"));
        return new Kind(
                schema,
                Type.Scalar.TEXT,
                () -> new GenericData.EnumSymbol(schema, schema.getEnumSymbols().get(random.nextInt(3))),
                Object::toString);
    }

    private Kind uuid() {
        return new Kind(
                LogicalTypes.uuid().addToSchema(plain(Schema.Type.STRING)),
                Type.Scalar.TEXT,
                () -> new UUID(random.nextLong(), random.nextLong()).toString(),
                value -> value);
    }

    private Kind decimal(boolean fixed) {
        int scale = random.nextInt(6);
        int size = (fixed ? 3 : 1) + random.nextInt(14);
        Schema bytes = fixed ? Schema.createFixed("D" + names++, null, null, size) : plain(Schema.Type.BYTES);
        Schema schema = LogicalTypes.decimal(fixed ? 6 : 30, scale).addToSchema(bytes);
        return new Kind(
                schema,
                Type.Scalar.DECIMAL,
                () -> {
                    byte[] digits = new byte[size];
                    random.nextBytes(digits);
                    return fixed ? new GenericData.Fixed(schema, digits) : ByteBuffer.wrap(digits);
                },
                value -> new BigDecimal(
                        new BigInteger(
                                value instanceof GenericData.Fixed whole
                                        ? whole.bytes()
                                        : ((ByteBuffer) value).array()),
                        scale));
    }

    private Object number() {
        return random.nextLong() >> random.nextInt(64);
    }

    private Object text() {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(20); left > 0; left--) {
            text.appendCodePoint(random.nextInt(8) == 0 ? 0x10000 + random.nextInt(0x1000) : ' ' + random.nextInt(600));
        }
        return text.toString();
    }

    private static Schema plain(Schema.Type type) {
        return Schema.create(type);
    }
}
