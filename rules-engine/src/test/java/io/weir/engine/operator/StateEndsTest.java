package io.weir.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.contract.Topics;
import io.weir.engine.publish.Publisher;
import io.weir.engine.state.OutRecord;
import io.weir.engine.state.RawEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a rule is made of, nothing of it is kept for ever: the real operators hold no state and no timer once time has passed. */
class StateEndsTest {

    private static final Path PACKS = Path.of("src/test/resources/constructs");
    private static final Topics TOPICS = Pipeline.CONFIG.topics();
    /** No window and no {@code within} of the packs is longer, and what has no bound of its own ends after 90 days. */
    private static final Duration ALL = Duration.ofDays(91);

    static List<Path> packs() throws IOException {
        try (Stream<Path> files = Files.list(PACKS)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("packs")
    void pack_afterAllWindowsAndNinetyDays_keepsNothing(Path pack) throws Exception {
        List<RawEvent> events = PackEvents.of(PackEvents.compiled(pack));
        Publisher publisher = new Publisher("default");
        long last = events.get(events.size() - 1).time();

        try (Lanes lanes = Lanes.start(publisher.released(publisher.draft(Files.readString(pack)), null))) {
            int most = 0;
            for (RawEvent event : events) {
                lanes.event(event);
                lanes.watermark(event.time() - 1);
                most = Math.max(most, lanes.keysKept());
            }
            assertThat(most).as("keys while events come").isPositive();
            lanes.watermark(last + ALL.toMillis());

            assertThat(lanes.out())
                    .extracting(OutRecord::topic)
                    .isNotEmpty()
                    .doesNotContain(TOPICS.late(), TOPICS.deadLetter());
            assertThat(lanes.keysKept()).isZero();
            assertThat(lanes.timersKept()).isZero();
        }
    }

    @Test
    void everyKindOfThePlan_isInAPack() throws IOException {
        Set<String> missing = new TreeSet<>(Kinds.all());

        for (Path pack : packs()) {
            PackEvents.compiled(pack).rules().forEach(rule -> missing.removeAll(Kinds.of(rule)));
        }

        assertThat(missing)
                .as("a construct that no pack in " + PACKS + " tries")
                .isEmpty();
    }
}
