package io.weir.engine.sql;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;

/** Flink SQL over streams that are told beforehand, one task for all keys. */
final class FlinkSql {

    private final StreamTableEnvironment tables;

    FlinkSql(Told told) {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        environment.setParallelism(1);
        tables = StreamTableEnvironment.create(environment);
        tables.getConfig().setLocalTimeZone(ZoneOffset.UTC);
        // First and last values cannot be merged.
        tables.getConfig().set("table.optimizer.agg-phase-strategy", "ONE_PHASE");
        tables.createTemporaryView(
                "readings",
                environment.fromData(told.readings().stream().map(Reading::row).toList(), Reading.ROW),
                Reading.SCHEMA);
        tables.createTemporaryView(
                "prices",
                tables.fromChangelogStream(
                        environment.fromData(
                                told.prices().stream().map(Price::row).toList(), Price.ROW),
                        Price.SCHEMA));
    }

    List<Result> results(String query) {
        List<Result> results = new ArrayList<>();
        try (CloseableIterator<Row> rows = tables.executeSql(query).collect()) {
            rows.forEachRemaining(row -> results.add(Result.of(row)));
        } catch (Exception e) {
            throw new IllegalStateException(query, e);
        }
        return results;
    }
}
