package io.weir.benchmarks.decode;

import io.weir.benchmarks.harness.Workload;
import io.weir.benchmarks.workload.Login;

/** A way from an event's bytes to its fields; the workload decodes one event a repetition. */
interface Decoder {

    /** For the check before the measurement: all that was read. */
    Login decode(byte[] event) throws Exception;

    Workload over(byte[][] events);
}
