package io.weir.benchmarks.decode;

import io.weir.benchmarks.harness.Workload;
import io.weir.benchmarks.workload.Login;
import io.weir.benchmarks.workload.LoginRows;
import io.weir.benchmarks.workload.LoginStream;
import io.weir.engine.evaluate.Decoders;
import io.weir.engine.evaluate.EventDecoder;
import io.weir.engine.evaluate.Row;
import java.time.ZoneOffset;

/** Weir: into a row of the five fields that the stream declares. */
final class WeirRows implements Decoder {

    private final EventDecoder decoder = Decoders.in(ZoneOffset.UTC).decoder(LoginStream.SCHEMA, 1);

    @Override
    public Login decode(byte[] event) throws Exception {
        return LoginRows.login(decoder.decode(event, 0, 0));
    }

    @Override
    public Workload over(byte[][] events) {
        return repetitions -> {
            long sum = 0;
            for (long i = 0; i < repetitions; i++) {
                Row row = decoder.decode(events[(int) (i % events.length)], 0, i);
                sum += row.time() + row.bytes().length;
            }
            return sum;
        };
    }
}
