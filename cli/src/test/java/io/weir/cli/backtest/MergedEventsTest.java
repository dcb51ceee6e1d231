package io.weir.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.plan.StreamSchema;
import io.weir.engine.state.RawEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergedEventsTest {

    private static final String DECLARATION =
            "event E { n: int\n at: timestamp } time at, up to 100 milliseconds late, from topic \"e\"";

    @TempDir
    Path folder;

    private final StreamSchema schema = RuleCompiler.compile(List.of(new Source("e.weir", DECLARATION)))
            .environment()
            .streams()
            .get("E");

    @Test
    void files_apart_areReadSideBySideInEventTime() throws IOException {
        EventFile early = file("early.jsonl", 0, 300, 600);
        EventFile late = file("late.jsonl", 400, 500);

        List<RawEvent> events = read(early, late);

        assertThat(events).extracting(RawEvent::time).containsExactly(0L, 400L, 300L, 600L, 500L);
        assertThat(events).extracting(RawEvent::partition).containsExactly(0, 1, 0, 0, 1);
        assertThat(events).extracting(RawEvent::offset).containsExactly(1L, 1L, 2L, 3L, 2L);
    }

    @Test
    void lines_brokenOrBlank_areUnreadableOrSkippedAndKeepTheirNumber() throws IOException {
        Path path = Files.writeString(
                folder.resolve("e.jsonl"), "{\"n\": 1, \"at\": 5}\n\n{\"n\": 2}\nnonsense\n{\"n\": 3, \"at\": 6}");

        List<RawEvent> events = read(EventFile.open(schema, path));

        assertThat(events).extracting(RawEvent::offset).containsExactly(1L, 3L, 4L, 5L);
        assertThat(events.get(1).unreadable()).contains("at");
        assertThat(events.get(2).unreadable()).isNotNull();
    }

    @Test
    void watermark_randomFiles_neverPassesAnEventThatIsInTime() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<EventFile> files = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            long start = random.nextInt(2_000);
            long[] times = random.longs(200, 0, 250).toArray();
            for (int line = 0; line < times.length; line++) {
                times[line] += start + line * 10L;
            }
            files.add(file("f" + i + ".jsonl", times));
        }

        Map<Integer, Long> reached = new HashMap<>();
        MergedWatermarks watermarks = new MergedWatermarks();
        LastWatermark output = new LastWatermark();
        for (RawEvent event : read(files.toArray(EventFile[]::new))) {
            boolean inTime = event.time() >= reached.getOrDefault(event.partition(), Long.MIN_VALUE);
            watermarks.onPeriodicEmit(output);
            assertThat(!inTime || event.time() > output.last)
                    .as("seed %d, %s at watermark %d", seed, event, output.last)
                    .isTrue();
            watermarks.onEvent(event, event.time(), output);
            reached.merge(event.partition(), event.progress(), Math::max);
        }
    }

    private EventFile file(String name, long... times) throws IOException {
        StringBuilder text = new StringBuilder();
        for (long time : times) {
            text.append("{\"n\": 1, \"at\": ").append(time).append("}\n");
        }
        return EventFile.open(schema, Files.writeString(folder.resolve(name), text));
    }

    private static List<RawEvent> read(EventFile... files) {
        List<RawEvent> events = new ArrayList<>();
        new MergedEvents(List.of(files), ZoneOffset.UTC, new Progress()).forEachRemaining(events::add);
        return events;
    }

    private static final class LastWatermark implements WatermarkOutput {
        private long last = Long.MIN_VALUE;

        @Override
        public void emitWatermark(Watermark watermark) {
            last = watermark.getTimestamp();
        }

        @Override
        public void markIdle() {}

        @Override
        public void markActive() {}
    }
}
