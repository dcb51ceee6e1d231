package io.weir.engine.evaluate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A map whose keys lead on as the fields of a record do. */
record AvroMap(List<Entry> entries, AvroStep others) implements AvroStep {

    record Entry(byte[] key, AvroStep value) {}

    static Entry entry(String key, AvroStep value) {
        return new Entry(key.getBytes(StandardCharsets.UTF_8), value);
    }

    @Override
    public void run(AvroBytes in, RowWriter row) throws UnreadableEvent {
        for (long count = in.readLong(); count != 0; count = in.readLong()) {
            if (count < 0) {
                in.readLength();
            }
            // A key takes at least a byte: what is not there ends the loop soon enough. The least number has no other
            // sign.
            for (long left = count; left != 0; left -= Long.signum(count)) {
                value(in).run(in, row);
            }
        }
    }

    private AvroStep value(AvroBytes in) throws UnreadableEvent {
        int length = in.readLength();
        int from = in.take(length);
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (Arrays.equals(in.bytes(), from, from + length, entry.key, 0, entry.key.length)) {
                return entry.value;
            }
        }
        return others;
    }
}
