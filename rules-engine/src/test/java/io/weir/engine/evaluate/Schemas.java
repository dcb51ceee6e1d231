package io.weir.engine.evaluate;

import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.Format;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.Type;
import java.time.Duration;
import java.util.List;

/** Streams for tests. */
final class Schemas {

    static final int EVERYTHING_ID = 7;

    /** A field of each type, in this order, then another place and some lists; {@code amount} takes its currency from {@code currency}. */
    static final StreamSchema EVERYTHING = everything(Format.JSON);

    private Schemas() {}

    static StreamSchema everything(Format format) {
        List<Field> fields = List.of(
                field("name", Type.Scalar.TEXT, true),
                field("ok", Type.Scalar.BOOL, true),
                field("n", Type.Scalar.INT, true),
                field("d", Type.Scalar.DECIMAL, true),
                field("f", Type.Scalar.FLOAT, true),
                field("took", Type.Scalar.DURATION, true),
                field("place", Type.Scalar.GEO, true),
                field("from", Type.Scalar.IP, true),
                new Field("amount", new Type.Money(null), true, List.of("payment", "amount"), 9),
                new Field("currency", Type.Scalar.TEXT, true, List.of("payment", "currency"), -1),
                new Field("fee", new Type.Money("EUR"), true, List.of("fee"), -1),
                field("at", Type.Scalar.TIMESTAMP, false),
                field("target", Type.Scalar.GEO, true),
                field("tags", new Type.ListOf(Type.Scalar.TEXT), true),
                field("codes", new Type.ListOf(Type.Scalar.INT), true),
                field("sizes", new Type.ListOf(Type.Scalar.DECIMAL), true),
                field("fees", new Type.ListOf(new Type.Money("EUR")), true));
        return new StreamSchema("Everything", fields, 11, Duration.ZERO, "everything", format);
    }

    static Field field(String name, Type type, boolean nullable) {
        return new Field(name, type, nullable, List.of(name), -1);
    }

    static StreamSchema stream(String name, List<Field> fields, String time) {
        StreamSchema schema = new StreamSchema(name, fields, 0, Duration.ZERO, name, Format.JSON);
        return new StreamSchema(name, fields, schema.slotOf(time), Duration.ZERO, name, Format.JSON);
    }
}
