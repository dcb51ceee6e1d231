package io.weir.cli.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.dsl.contract.ContractJson;
import io.weir.dsl.contract.Headers;
import io.weir.dsl.contract.Topics;
import io.weir.engine.state.OutRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a backtest found.
 *
 * @param alerts as JSON, by event time, then rule, then key
 * @param sent what else the rules send, as JSON, by event time, then topic
 * @param unreadable by file and line
 */
record BacktestResult(
        long events,
        List<String> alerts,
        Map<String, Long> alertsByRule,
        List<String> sent,
        List<Refused> late,
        List<Refused> unreadable) {

    /** A line that was not evaluated. */
    record Refused(String file, int argument, long line, String reason) {
        static final Comparator<Refused> ORDER =
                Comparator.comparingInt(Refused::argument).thenComparingLong(Refused::line);

        @Override
        public String toString() {
            return file + ":" + line + ": " + reason;
        }
    }

    /** Takes the operators' output in whatever order it comes. */
    static final class Collector {

        private static final Comparator<Found> ORDER = Comparator.comparing(Found::time)
                .thenComparing(Found::rule)
                .thenComparing(Found::key)
                .thenComparing(Found::json);

        private final Topics topics = Topics.DEFAULT;
        private final List<EventFile> files;
        private final List<Found> found = new ArrayList<>();
        private final List<Sent> sent = new ArrayList<>();
        private final List<Refused> late = new ArrayList<>();
        private final List<Refused> unreadable = new ArrayList<>();

        private record Found(String time, String rule, String key, String json) {}

        Collector(List<EventFile> files) {
            this.files = files;
        }

        void take(OutRecord record) {
            if (record.topic().equals(topics.late())) {
                late.add(refused(record));
            } else if (record.topic().equals(topics.deadLetter())) {
                unreadable.add(refused(record));
            } else if (record.header("ce_id") != null) {
                found.add(found(record));
            } else {
                Sent other = Sent.of(record, topics);
                if (other != null) {
                    sent.add(other);
                }
            }
        }

        private static Found found(OutRecord record) {
            JsonNode alert = ContractJson.read(record.value(), JsonNode.class);
            return new Found(
                    alert.path("time").asText(),
                    alert.path("rule").asText(),
                    alert.path("key").toString(),
                    new String(record.value(), StandardCharsets.UTF_8));
        }

        private Refused refused(OutRecord record) {
            int argument = Integer.parseInt(String.valueOf(record.header(Headers.PARTITION)));
            return new Refused(
                    files.get(argument).path().toString(),
                    argument,
                    Long.parseLong(String.valueOf(record.header(Headers.OFFSET))),
                    String.valueOf(record.header(Headers.REASON)));
        }

        BacktestResult finish(long events) {
            found.sort(ORDER);
            sent.sort(Sent.ORDER);
            late.sort(Refused.ORDER);
            unreadable.sort(Refused.ORDER);
            Map<String, Long> byRule = new TreeMap<>();
            found.forEach(alert -> byRule.merge(alert.rule, 1L, Long::sum));
            return new BacktestResult(
                    events,
                    found.stream().map(Found::json).toList(),
                    byRule,
                    sent.stream().map(Sent::json).toList(),
                    late,
                    unreadable);
        }
    }
}
