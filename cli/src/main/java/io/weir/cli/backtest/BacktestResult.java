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
import java.util.function.Function;

/**
 * What a backtest found.
 *
 * @param alerts as JSON, by event time, then rule, then key
 * @param sent what else the rules send, as JSON, by event time, then topic
 * @param unreadable by file and line, or partition and offset
 */
record BacktestResult(
        long events,
        List<String> alerts,
        Map<String, Long> alertsByRule,
        List<String> sent,
        List<Refused> late,
        List<Refused> unreadable) {

    /**
     * Where an event stands.
     *
     * @param source a file or a partition
     * @param number that orders sources
     */
    record Place(String source, int number, long line) {
        static final Comparator<Place> ORDER = Comparator.comparingInt(Place::number)
                .thenComparing(Place::source)
                .thenComparingLong(Place::line);
    }

    /** An event that was not evaluated. */
    record Refused(Place place, String reason) {
        static final Comparator<Refused> ORDER = Comparator.comparing(Refused::place, Place.ORDER);

        @Override
        public String toString() {
            return place.source + ":" + place.line + ": " + reason;
        }
    }

    /** Takes the operators' output in whatever order it comes. */
    static final class Collector {

        private static final Comparator<Found> ORDER = Comparator.comparing(Found::time)
                .thenComparing(Found::rule)
                .thenComparing(Found::key)
                .thenComparing(Found::json);

        private final Topics topics;
        private final Function<OutRecord, Place> places;
        private final List<Found> found = new ArrayList<>();
        private final List<Sent> sent = new ArrayList<>();
        private final List<Refused> late = new ArrayList<>();
        private final List<Refused> unreadable = new ArrayList<>();

        private record Found(String time, String rule, String key, String json) {}

        /** @param places where a refused event stands, by the record that says so */
        Collector(Topics topics, Function<OutRecord, Place> places) {
            this.topics = topics;
            this.places = places;
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
            return new Refused(places.apply(record), String.valueOf(record.header(Headers.REASON)));
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
