package io.weir.engine.evaluate;

import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.avro.Schema;

/** Passes over values that the stream does not declare. Schemas may contain themselves. */
final class AvroSkips {

    private final Map<Schema, Record> records = new IdentityHashMap<>();

    AvroStep of(Schema schema) {
        return switch (schema.getType()) {
            case NULL -> AvroStep.NOTHING;
            case BOOLEAN -> bytes(1);
            case INT, LONG, ENUM -> (in, row) -> in.readLong();
            case FLOAT -> bytes(4);
            case DOUBLE -> bytes(8);
            case FIXED -> bytes(schema.getFixedSize());
            case STRING, BYTES -> AvroSkips::measured;
            case UNION ->
                AvroStep.oneOf(schema.getTypes().stream().map(this::of).toArray(AvroStep[]::new));
            case ARRAY -> entries(AvroStep.NOTHING, schema.getElementType());
            case MAP -> entries(AvroSkips::measured, schema.getValueType());
            case RECORD -> record(schema);
        };
    }

    private static AvroStep bytes(int length) {
        return (in, row) -> in.take(length);
    }

    private static void measured(AvroBytes in, RowWriter row) throws UnreadableEvent {
        in.take(in.readLength());
    }

    private AvroStep entries(AvroStep key, Schema value) {
        AvroStep skip = of(value);
        return (in, row) -> {
            for (long count = in.readLong(); count != 0; count = in.readLong()) {
                if (count < 0) {
                    // A block that says its length.
                    in.take(in.readLength());
                    continue;
                }
                int from = in.position();
                for (long i = 0; i < count; i++) {
                    key.run(in, row);
                    skip.run(in, row);
                    if (in.position() == from) {
                        // Entries of no bytes: however many they say they are, there is nothing to pass.
                        break;
                    }
                }
            }
        };
    }

    private AvroStep record(Schema schema) {
        Record known = records.get(schema);
        if (known == null) {
            known = new Record();
            records.put(schema, known);
            known.fields =
                    schema.getFields().stream().map(field -> of(field.schema())).toArray(AvroStep[]::new);
        }
        return known;
    }

    private static final class Record implements AvroStep {
        private AvroStep[] fields = {};

        @Override
        public void run(AvroBytes in, RowWriter row) throws UnreadableEvent {
            in.enter();
            for (AvroStep field : fields) {
                field.run(in, row);
            }
            in.leave();
        }
    }
}
