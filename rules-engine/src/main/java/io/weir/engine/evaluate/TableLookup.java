package io.weir.engine.evaluate;

import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One look-up of a program: the registers that its key stands in, and the column that comes out. It belongs to one thread. */
final class TableLookup {

    private final TableStore table;
    private final int[] keys;
    private final Type[] types;
    private final int asOf;
    private final int slot;
    private final int load;
    private final long currency;
    private final KeyCodec codec = new KeyCodec();

    /** @param asOf the register of the time that is asked for; -1 for that of the event, or the moment, at hand */
    TableLookup(TableStore table, int[] keys, int asOf, String column) {
        this.table = table;
        this.keys = keys;
        this.asOf = asOf;
        List<Field> fields = TableRowDecoder.fields(table.table());
        types = fields.stream().limit(keys.length).map(Field::type).toArray(Type[]::new);
        slot = slot(fields, column);
        Type type = fields.get(slot).type();
        load = Loads.opOf(type);
        currency = type instanceof Type.Money ? Currencies.pack(Lists.currency(type)) : 0;
    }

    private static int slot(List<Field> fields, String column) {
        for (int slot = 0; slot < fields.size(); slot++) {
            if (fields.get(slot).name().equals(column)) {
                return slot;
            }
        }
        throw new IllegalArgumentException("no column " + column + " in the table");
    }

    /** Missing where the key or the time is, or where the table has no such row. */
    void read(Frame f, int to) {
        codec.begin();
        for (int i = 0; i < keys.length; i++) {
            if (!f.isPresent(keys[i])) {
                f.missing(to);
                return;
            }
            codec.append(f, keys[i], types[i]);
        }
        load(f, to, find(f));
    }

    /** The rate from one currency to another, of a table that has rates. */
    void readRate(Frame f, int to, long source, long target) {
        codec.begin();
        codec.appendCurrency(source);
        codec.appendCurrency(target);
        load(f, to, find(f));
    }

    private byte @Nullable [] find(Frame f) {
        if (asOf < 0) {
            return table.at(codec.bytes(), codec.length(), f.moment);
        }
        return f.isPresent(asOf) ? table.at(codec.bytes(), codec.length(), f.bits[asOf]) : null;
    }

    private void load(Frame f, int to, byte @Nullable [] found) {
        if (found == null) {
            f.missing(to);
            return;
        }
        byte[] row = f.row;
        f.row = found;
        if (currency == 0) {
            Loads.load(f, load, to, slot, 0);
        } else {
            Loads.decimalField(f, to, slot);
            f.currency[to] = currency;
        }
        f.row = row;
    }
}
