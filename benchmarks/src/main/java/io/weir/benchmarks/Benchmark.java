package io.weir.benchmarks;

import io.weir.benchmarks.harness.Table;
import java.util.List;

/** One row of the list of benchmarks: measures, and answers with its tables. */
public interface Benchmark {

    /** As in the file {@code list}, from which {@code run.sh} knows it. */
    String name();

    List<Table> measure(Effort effort) throws Exception;
}
