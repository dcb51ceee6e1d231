package io.weir.benchmarks.decode;

import io.weir.benchmarks.harness.Workload;
import io.weir.benchmarks.workload.Login;
import io.weir.benchmarks.workload.LoginRows;
import io.weir.benchmarks.workload.LoginStream;
import io.weir.engine.evaluate.Row;
import io.weir.engine.evaluate.RowWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How little it can cost: a scan for this one flat form of event, into the same row. Knows no escapes, no nesting, no white space, no
 * errors, and stops at the last field that it wants.
 */
final class ByteScan implements Decoder {

    private static final byte[] USER_ID = "userId".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OUTCOME = "outcome".getBytes(StandardCharsets.UTF_8);
    private static final byte[] COUNTRY = "country".getBytes(StandardCharsets.UTF_8);
    private static final byte[] AMOUNT = "amount".getBytes(StandardCharsets.UTF_8);
    private static final byte[] AT = "at".getBytes(StandardCharsets.UTF_8);

    private final RowWriter row = new RowWriter(1, LoginStream.SCHEMA.fields().size());

    @Override
    public Login decode(byte[] event) {
        return LoginRows.login(scan(event, 0));
    }

    @Override
    public Workload over(byte[][] events) {
        return repetitions -> {
            long sum = 0;
            for (long i = 0; i < repetitions; i++) {
                Row made = scan(events[(int) (i % events.length)], i);
                sum += made.time() + made.bytes().length;
            }
            return sum;
        };
    }

    private Row scan(byte[] event, long offset) {
        row.begin();
        long time = 0;
        int wanted = 5;
        int at = 1;
        while (wanted > 0) {
            int name = at + 1;
            int nameEnd = end(event, name, '"');
            int value = nameEnd + 2;
            boolean quoted = event[value] == '"';
            int from = quoted ? value + 1 : value;
            int to = end(event, from, quoted ? '"' : ',');
            if (is(USER_ID, event, name, nameEnd)) {
                row.setText(LoginStream.USER_ID, event, from, to - from);
            } else if (is(OUTCOME, event, name, nameEnd)) {
                row.setText(LoginStream.OUTCOME, event, from, to - from);
            } else if (is(COUNTRY, event, name, nameEnd)) {
                row.setText(LoginStream.COUNTRY, event, from, to - from);
            } else if (is(AMOUNT, event, name, nameEnd)) {
                row.setDecimal(LoginStream.AMOUNT, digits(event, from, to), to - 1 - end(event, from, '.'));
            } else if (is(AT, event, name, nameEnd)) {
                time = digits(event, from, to);
                row.setLong(LoginStream.SCHEMA.timeSlot(), time);
            } else {
                wanted++;
            }
            wanted--;
            at = quoted ? to + 2 : to + 1;
        }
        return row.finish(0, offset, time);
    }

    private static int end(byte[] event, int from, char mark) {
        int at = from;
        while (event[at] != mark) {
            at++;
        }
        return at;
    }

    private static boolean is(byte[] name, byte[] event, int from, int to) {
        return to - from == name.length && Arrays.equals(event, from, to, name, 0, name.length);
    }

    private static long digits(byte[] event, int from, int to) {
        long number = 0;
        for (int at = from; at < to; at++) {
            if (event[at] != '.') {
                number = number * 10 + event[at] - '0';
            }
        }
        return number;
    }
}
