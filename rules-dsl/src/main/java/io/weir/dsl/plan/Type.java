package io.weir.dsl.plan;

import org.jspecify.annotations.Nullable;

/** The type of a field or an expression. */
public sealed interface Type {

    /** Types without parameters. Units of the stored value are given where it has one. */
    enum Scalar implements Type {
        TEXT("text"),
        BOOL("bool"),
        /** 64 bit. */
        INT("int"),
        DECIMAL("decimal"),
        FLOAT("float"),
        /** Milliseconds. */
        DURATION("duration"),
        /** Milliseconds since 1970-01-01T00:00:00Z. */
        TIMESTAMP("timestamp"),
        /** Degrees: latitude, longitude (WGS84). */
        GEO("geo"),
        IP("ip"),
        /** Metres. */
        LENGTH("length"),
        /** Metres per second. */
        SPEED("speed"),
        /** Bytes. */
        SIZE("size"),
        /** A float from 0 to 1. */
        PROBABILITY("probability");

        private final String text;

        Scalar(String text) {
            this.text = text;
        }

        @Override
        public String text() {
            return text;
        }
    }

    /** An amount with its currency: fixed by the declaration, or (null) read from another field of the event. */
    record Money(@Nullable String currency) implements Type {
        @Override
        public String text() {
            return currency == null ? "money" : "money " + currency;
        }
    }

    /** An event of a stream, as a {@code let} may name it: its fields are values, itself it can only be there or missing. */
    record Event(String stream) implements Type {
        @Override
        public String text() {
            return "event " + stream;
        }
    }

    /** A list of values of one type. */
    record ListOf(Type element) implements Type {
        @Override
        public String text() {
            return "list of " + element.text();
        }
    }

    /** As a rule's author writes it. */
    String text();

    /** True for the types that order and calculate as numbers. */
    default boolean isNumeric() {
        return this == Scalar.INT || this == Scalar.DECIMAL || this == Scalar.FLOAT || this == Scalar.PROBABILITY;
    }
}
