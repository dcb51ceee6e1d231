package io.weir.engine.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.contract.BackfillRecord.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class EventOrderTest {

    private static final TopicPartition ZERO = new TopicPartition("logins", 0);
    private static final TopicPartition ONE = new TopicPartition("logins", 1);
    private static final long LATENESS = 100;
    private static final byte[] NOTHING = {};

    @Test
    void partitionsReadInAnyOrder_giveTheSameOrder_withoutWhatWasLate() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            Map<TopicPartition, List<Place>> events = Map.of(ZERO, events(ZERO, random), ONE, events(ONE, random));
            List<Place> expected = new ArrayList<>();
            events.values().forEach(each -> expected.addAll(inTime(each)));
            expected.removeIf(place -> place.time() < 200 || place.time() >= 1_500);
            expected.sort(SourceEvent.ORDER);

            assertThat(run(events, random)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void partitionThatIsBehind_holdsUpTheOthers() {
        EventOrder order = new EventOrder(Set.of(ZERO, ONE), 0, 10_000);
        List<Place> taken = new ArrayList<>();
        order.add(ZERO, event(ZERO, 0, 500), LATENESS, true);
        order.add(ZERO, event(ZERO, 1, 900), LATENESS, true);
        order.drain(event -> taken.add(event.place()));
        assertThat(taken).isEmpty();
        assertThat(order.behind()).containsExactly(ONE);

        order.ended(ONE);
        order.drain(event -> taken.add(event.place()));
        assertThat(taken).extracting(Place::time).containsExactly(500L);
    }

    @Test
    void eventOfAnotherStream_tellsHowFarThePartitionIs_andIsNotCopied() {
        EventOrder order = new EventOrder(Set.of(ZERO), 0, 10_000);
        List<Place> taken = new ArrayList<>();
        order.add(ZERO, event(ZERO, 0, 1_000), LATENESS, false);
        order.add(ZERO, event(ZERO, 1, 899), LATENESS, true);
        order.add(ZERO, event(ZERO, 2, 900), LATENESS, true);
        order.ended(ZERO);
        order.drain(event -> taken.add(event.place()));

        assertThat(taken).extracting(Place::time).containsExactly(900L);
    }

    private static List<Place> run(Map<TopicPartition, List<Place>> events, Random random) {
        EventOrder order = new EventOrder(events.keySet(), 200, 1_500);
        List<Place> taken = new ArrayList<>();
        Map<TopicPartition, Integer> next = new HashMap<>();
        Set<TopicPartition> open = new HashSet<>(events.keySet());
        while (!open.isEmpty()) {
            TopicPartition partition = List.copyOf(open).get(random.nextInt(open.size()));
            int index = next.merge(partition, 1, Integer::sum) - 1;
            if (index == events.get(partition).size()) {
                order.ended(partition);
                open.remove(partition);
            } else {
                order.add(partition, new SourceEvent(events.get(partition).get(index), NOTHING), LATENESS, true);
            }
            order.drain(event -> taken.add(event.place()));
        }
        return taken;
    }

    private static List<Place> events(TopicPartition partition, Random random) {
        List<Place> events = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            events.add(event(partition, i, 50L * i - random.nextInt(5) * 50L).place());
        }
        return events;
    }

    private static List<Place> inTime(List<Place> events) {
        List<Place> inTime = new ArrayList<>();
        long highest = Long.MIN_VALUE + LATENESS;
        for (Place place : events) {
            if (place.time() >= highest - LATENESS) {
                inTime.add(place);
            }
            highest = Math.max(highest, place.time());
        }
        return inTime;
    }

    private static SourceEvent event(TopicPartition partition, long offset, long time) {
        return new SourceEvent(new Place("Login", partition.topic(), partition.partition(), offset, time), NOTHING);
    }
}
