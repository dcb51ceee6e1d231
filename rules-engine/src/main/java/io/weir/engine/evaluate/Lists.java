package io.weir.engine.evaluate;

import io.weir.dsl.plan.GeoPoint;
import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Lists as rows hold them (see {@link Row}): their entries as objects. */
final class Lists {

    private Lists() {}

    /** The entries, as {@link Frame#boxed} has values. */
    static List<Object> boxed(byte[] bytes, long list, Type element) {
        List<Object> entries = new ArrayList<>((int) list);
        for (int i = 0; i < (int) list; i++) {
            entries.add(boxedEntry(bytes, bitsOf(bytes, list, i), element));
        }
        return entries;
    }

    /** The 8 bytes of an entry. */
    static long bitsOf(byte[] bytes, long list, int entry) {
        return Bytes.getLong(bytes, (int) (list >>> 32) + (entry << 3));
    }

    private static Object boxedEntry(byte[] bytes, long bits, Type element) {
        return switch (Rep.of(element)) {
            case BOOL -> bits != 0;
            case LONG -> bits;
            case DOUBLE -> Double.longBitsToDouble(bits);
            case DECIMAL -> decimal(bytes, bits);
            case MONEY -> new MoneyAmount(decimal(bytes, bits), currency(element));
            case TEXT -> new String(bytes, (int) (bits >>> 32), (int) bits, StandardCharsets.UTF_8);
            case GEO ->
                Double.longBitsToDouble(Bytes.getLong(bytes, (int) bits)) + ","
                        + Double.longBitsToDouble(Bytes.getLong(bytes, (int) bits + 8));
            case LIST -> throw new IllegalArgumentException("A list of lists (DEVELOPER)");
        };
    }

    /** A list on its own, without what stands around it in its row; equal lists have equal bytes. */
    static byte[] pack(byte[] bytes, long list, Type element) {
        RowWriter writer = new RowWriter(0, 1).begin();
        writer.setValue(
                0,
                boxed(bytes, list, element).stream()
                        .map(entry -> element == Type.Scalar.GEO ? place((String) entry) : entry)
                        .toList());
        return writer.finish(0, 0, 0).bytes();
    }

    private static GeoPoint place(String text) {
        int comma = text.indexOf(',');
        return new GeoPoint(
                Double.parseDouble(text.substring(0, comma)), Double.parseDouble(text.substring(comma + 1)));
    }

    /** Where the list is in what {@link #pack} made. */
    static long packed(byte[] bytes) {
        return Bytes.getLong(bytes, Row.fieldAt(0));
    }

    static BigDecimal decimal(byte[] bytes, long bits) {
        if (Row.isCompact(bits)) {
            return BigDecimal.valueOf(bits >> 8, (int) (bits & Row.BIG));
        }
        int from = (int) (bits >>> 32);
        int length = (int) (bits >>> 8) & 0xFFFFFF;
        return new BigDecimal(new BigInteger(bytes, from + 4, length - 4), Bytes.getInt(bytes, from));
    }

    /** Entries that are money have the one currency of their list's type. */
    static String currency(Type element) {
        String currency = ((Type.Money) element).currency();
        if (currency == null) {
            throw new IllegalArgumentException("A list of moneys of any currency (DEVELOPER)");
        }
        return currency;
    }
}
