package io.weir.benchmarks.decode;

import io.weir.benchmarks.Benchmark;
import io.weir.benchmarks.Effort;
import io.weir.benchmarks.harness.Contender;
import io.weir.benchmarks.harness.Interleaved;
import io.weir.benchmarks.harness.Series;
import io.weir.benchmarks.harness.Table;
import io.weir.benchmarks.workload.Login;
import io.weir.benchmarks.workload.LoginFeed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON bytes to the five fields that are declared of twelve. */
public final class DecodeBenchmark implements Benchmark {

    private static final int EVENTS = 4_096;

    @Override
    public String name() {
        return "decode";
    }

    @Override
    public List<Table> measure(Effort effort) throws Exception {
        LoginFeed feed = new LoginFeed(1);
        byte[][] events = new byte[EVENTS][];
        Arrays.setAll(events, i -> feed.event(i % 2, i));
        Map<String, Decoder> decoders = decoders();
        for (Map.Entry<String, Decoder> decoder : decoders.entrySet()) {
            check(decoder.getKey(), decoder.getValue(), feed, events);
        }

        List<Contender> contenders = new ArrayList<>();
        decoders.forEach((name, decoder) -> contenders.add(new Contender(name, decoder.over(events))));
        return List.of(table(Interleaved.measure(contenders, effort.small()), events));
    }

    private static Map<String, Decoder> decoders() {
        Map<String, Decoder> decoders = new LinkedHashMap<>();
        decoders.put("Weir, to a row", new WeirRows());
        decoders.put("Jackson ObjectMapper, to a bean", new JacksonBinding());
        decoders.put("Jackson streaming by hand, early exit", new JacksonStreaming());
        decoders.put("fastjson2, to a bean", new Fastjson());
        decoders.put("a byte scan of this form alone, unchecked, to a row", new ByteScan());
        return decoders;
    }

    private static void check(String name, Decoder decoder, LoginFeed feed, byte[][] events) throws Exception {
        for (int i = 0; i < events.length; i++) {
            Login sent = feed.login(i % 2, i);
            Login expected = new Login(sent.userId(), sent.outcome(), sent.country(), sent.amount(), feed.time(i));
            Login read = decoder.decode(events[i]);
            if (!read.equals(expected)) {
                throw new IllegalStateException(name + " read " + read + ", but the event says " + expected);
            }
        }
    }

    private static Table table(List<Series> all, byte[][] events) {
        double size =
                Arrays.stream(events).mapToInt(event -> event.length).average().orElse(0);
        Series weir = all.get(0);
        Table table = new Table(
                "decode",
                "JSON of %.0f bytes on average, 12 fields, 5 of them declared (3 texts, a decimal, a timestamp). "
                                .formatted(size)
                        + "CPU time an event, median (min to max) of " + weir.rounds()
                        + " rounds in turn; all of them first read every event right.",
                "",
                "ns an event",
                "Weir is faster by");
        table.row(weir.name(), weir.cost().text(), "");
        for (Series series : all.subList(1, all.size())) {
            table.row(
                    series.name(),
                    series.cost().text(),
                    weir.speedAgainst(series).text() + "×");
        }
        table.target("against ObjectMapper", weir.speedAgainst(all.get(1)), 4);
        return table.target("against fastjson2", weir.speedAgainst(all.get(3)), 1.5);
    }
}
