package io.weir.engine.evaluate;

import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The entries of a list, for {@code in}. */
interface ValueSet {

    boolean contains(Frame f, int register);

    static ValueSet of(Type operand, List<?> entries) {
        return switch (Rep.of(operand)) {
            case TEXT -> new OfTexts(entries);
            case LONG ->
                new OfLongs(entries.stream()
                        .mapToLong(entry -> ((Number) entry).longValue())
                        .sorted()
                        .toArray());
            case BOOL, DOUBLE, DECIMAL, MONEY, GEO, LIST -> new OfObjects(operand, entries);
        };
    }

    /** Open addressing over UTF-8 bytes. */
    final class OfTexts implements ValueSet {

        private final byte[] @Nullable [] slots;

        OfTexts(List<?> entries) {
            slots = new byte[Integer.highestOneBit(Math.max(entries.size(), 1)) * 4][];
            for (Object entry : entries) {
                byte[] utf8 = ((String) entry).getBytes(StandardCharsets.UTF_8);
                int at = hash(utf8, 0, utf8.length);
                while (slots[at & slots.length - 1] != null) {
                    at++;
                }
                slots[at & slots.length - 1] = utf8;
            }
        }

        @Override
        public boolean contains(Frame f, int register) {
            byte[] bytes = f.asBytes(register);
            int from = f.from(register);
            int end = from + f.length(register);
            for (int at = hash(bytes, from, end); ; at++) {
                byte[] entry = slots[at & slots.length - 1];
                if (entry == null) {
                    return false;
                } else if (Arrays.equals(entry, 0, entry.length, bytes, from, end)) {
                    return true;
                }
            }
        }

        private static int hash(byte[] bytes, int from, int end) {
            int hash = 1;
            for (int at = from; at < end; at++) {
                hash = hash * 31 + bytes[at];
            }
            return hash ^ hash >>> 15;
        }
    }

    /** Sorted numbers. */
    final class OfLongs implements ValueSet {

        private final long[] sorted;

        OfLongs(long[] sorted) {
            this.sorted = sorted;
        }

        @Override
        public boolean contains(Frame f, int register) {
            return Arrays.binarySearch(sorted, f.bits[register]) >= 0;
        }
    }

    /** Everything else, by value: decimals without trailing zeros. */
    final class OfObjects implements ValueSet {

        private final Type type;
        private final Set<Object> values = new HashSet<>();

        OfObjects(Type type, List<?> entries) {
            this.type = type;
            for (Object entry : entries) {
                values.add(plain(entry));
            }
        }

        @Override
        public boolean contains(Frame f, int register) {
            Object value = f.boxed(register, type);
            return value != null && values.contains(plain(value));
        }

        private Object plain(Object value) {
            return switch (Rep.of(type)) {
                case DOUBLE -> ((Number) value).doubleValue() + 0.0;
                case DECIMAL -> stripped(value);
                case MONEY ->
                    new MoneyAmount(stripped(((MoneyAmount) value).amount()), ((MoneyAmount) value).currency());
                case BOOL, LONG, TEXT, GEO, LIST -> value;
            };
        }

        private static BigDecimal stripped(Object value) {
            BigDecimal decimal =
                    value instanceof BigDecimal exact ? exact : BigDecimal.valueOf(((Number) value).longValue());
            return decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros();
        }
    }
}
