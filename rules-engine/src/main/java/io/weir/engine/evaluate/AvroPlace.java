package io.weir.engine.evaluate;

import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** A geo from a record with {@code lat} and {@code lon}; without numbers there it is no place. */
final class AvroPlace implements AvroStep {

    private final int slot;
    private final FieldText text;
    private final AvroStep[] skips;
    private final AvroNumbers.@Nullable OfDouble[] latitudes;
    private final AvroNumbers.@Nullable OfDouble[] longitudes;

    AvroPlace(Schema schema, int slot, FieldText text) {
        this.slot = slot;
        this.text = text;
        AvroSkips others = new AvroSkips();
        List<Schema.Field> fields = schema.getFields();
        skips = fields.stream().map(field -> others.of(field.schema())).toArray(AvroStep[]::new);
        latitudes = named("lat", fields);
        longitudes = named("lon", fields);
    }

    private static AvroNumbers.@Nullable OfDouble[] named(String name, List<Schema.Field> fields) {
        AvroNumbers.OfDouble[] readers = new AvroNumbers.OfDouble[fields.size()];
        for (int i = 0; i < readers.length; i++) {
            if (fields.get(i).name().equals(name)) {
                readers[i] = number(fields.get(i).schema());
            }
        }
        return readers;
    }

    private static AvroNumbers.@Nullable OfDouble number(Schema schema) {
        if (schema.getType() != Schema.Type.UNION) {
            return schema.getType() == Schema.Type.NULL ? in -> Double.NaN : AvroNumbers.floating(schema);
        }
        AvroNumbers.OfDouble[] branches =
                new AvroNumbers.OfDouble[schema.getTypes().size()];
        for (int i = 0; i < branches.length; i++) {
            AvroNumbers.OfDouble number = number(schema.getTypes().get(i));
            branches[i] = number == null ? AvroPlace::refuse : number;
        }
        return in -> branches[in.readIndex(branches.length)].read(in);
    }

    private static double refuse(AvroBytes in) throws UnreadableEvent {
        throw in.problem("a coordinate that is no number");
    }

    @Override
    public void run(AvroBytes in, RowWriter row) throws UnreadableEvent {
        double latitude = Double.NaN;
        double longitude = Double.NaN;
        for (int i = 0; i < skips.length; i++) {
            AvroNumbers.OfDouble asLatitude = latitudes[i];
            AvroNumbers.OfDouble asLongitude = longitudes[i];
            if (asLatitude != null) {
                latitude = asLatitude.read(in);
            } else if (asLongitude != null) {
                longitude = asLongitude.read(in);
            } else {
                skips[i].run(in, row);
            }
        }
        text.writeGeo(row, latitude, longitude);
    }
}
