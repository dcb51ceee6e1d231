package io.weir.benchmarks.job;

/**
 * Where a job keeps its state.
 *
 * @param type as Flink calls it
 * @param events of a full run, so that it takes some seconds
 */
record StateBackend(String title, String type, long events) {

    static final StateBackend HEAP = new StateBackend("heap", "hashmap", 2_000_000);
    static final StateBackend ROCKS = new StateBackend("RocksDB", "rocksdb", 1_000_000);
}
