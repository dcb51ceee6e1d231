package io.weir.engine.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.contract.BackfillRecord;
import io.weir.dsl.contract.BackfillRecord.Kind;
import io.weir.dsl.contract.Topics;
import io.weir.dsl.plan.StreamSchema;
import io.weir.engine.backfill.BackfillCopy;
import io.weir.engine.backfill.BackfillCopy.Progress;
import io.weir.engine.backfill.NotRetained;
import io.weir.engine.backfill.Wanted;
import io.weir.engine.evaluate.Decoders;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

class BackfillCopyIT {

    private static final int LOGINS = 6_000;

    private final Topics topics =
            new Topics("fill-" + UUID.randomUUID().toString().substring(0, 8));
    private final String logins = topics.prefix() + "-logins";

    BackfillCopyIT() {
        Broker.createTopic(topics.backfill(), 1);
        Broker.createTopic(logins, 2);
        try (Events events = new Events(logins)) {
            for (int i = 0; i < LOGINS; i++) {
                events.login(i % 2, "u" + i % 7, "failed", 1_000L * i);
            }
            events.flush();
        }
    }

    @Test
    void run_copiesWhatIsWanted_inOrder_onceThenItsEnd() {
        assertThat(copy().run(wanted("acme", 7), progress -> true)).isTrue();

        List<BackfillRecord> records = records();
        assertThat(records.get(0).kind()).isEqualTo(Kind.BEGIN);
        assertThat(records.get(records.size() - 1).kind()).isEqualTo(Kind.END);
        assertThat(times(records, 7)).isEqualTo(expected());
    }

    @Test
    void run_stoppedAndBegunAgain_goesOnWhereItWas() {
        List<Progress> seen = new ArrayList<>();
        boolean whole = copy().run(wanted("acme", 7), progress -> seen.add(progress) && progress.copied() < 1_000);
        int copied = times(records(), 7).size();
        assertThat(whole).isFalse();
        assertThat(copied).isBetween(1_000, LOGINS - 2_000);

        // Others' backfills lie between.
        assertThat(copy().run(wanted("other", 7), progress -> true)).isTrue();
        assertThat(copy().run(wanted("acme", 7), progress -> true)).isTrue();

        assertThat(times(records(), 7)).isEqualTo(expected());
    }

    @Test
    void run_onceMoreAfterTheEnd_repeatsTheEndAlone() {
        copy().run(wanted("acme", 7), progress -> true);
        copy().run(wanted("acme", 7), progress -> true);

        List<BackfillRecord> records = records();
        assertThat(times(records, 7)).isEqualTo(expected());
        assertThat(records.stream().filter(record -> record.kind() == Kind.END)).hasSize(2);
    }

    @Test
    void run_olderEventsDeleted_isRefusedUnlessPartial() throws Exception {
        TopicPartition first = new TopicPartition(logins, 0);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Broker.servers()))) {
            admin.deleteRecords(Map.of(first, RecordsToDelete.beforeOffset(1_000)))
                    .all()
                    .get();
        }

        assertThatThrownBy(() -> copy().run(wanted("acme", 7), progress -> true))
                .isInstanceOf(NotRetained.class)
                .hasMessage("history reaches back to 1970-01-01T00:33:21Z");
        assertThat(records()).isEmpty();

        Wanted partial = new Wanted("acme", 7, List.of(stream()), Set.of("Login"), 500_000, 5_000_000, true);
        assertThat(copy().run(partial, progress -> true)).isTrue();
        assertThat(times(records(), 7)).first().isEqualTo(2_001_000L);
    }

    private BackfillCopy copy() {
        return new BackfillCopy(
                Map.of("bootstrap.servers", Broker.servers()),
                topics,
                Decoders.in(ZoneOffset.UTC),
                Duration.ofHours(1));
    }

    private Wanted wanted(String tenant, long backfill) {
        return new Wanted(tenant, backfill, List.of(stream()), Set.of("Login"), 500_000, 5_000_000, false);
    }

    private StreamSchema stream() {
        return RuleCompiler.compile(List.of(new Source("test.weir", Rules.login(logins))))
                .environment()
                .streams()
                .get("Login");
    }

    private static List<Long> expected() {
        List<Long> times = new ArrayList<>();
        for (int i = 500; i < 5_000; i++) {
            times.add(1_000L * i);
        }
        return times;
    }

    private static List<Long> times(List<BackfillRecord> records, long backfill) {
        return records.stream()
                .filter(record -> record.kind() == Kind.EVENT
                        && record.backfill() == backfill
                        && record.tenant().equals("acme"))
                .map(record -> record.place().time())
                .toList();
    }

    /** Of what is written, committed or not: a commit is told before its readers see it. */
    private static long end(TopicPartition partition) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Broker.servers()))) {
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<BackfillRecord> records() {
        TopicPartition partition = new TopicPartition(topics.backfill(), 0);
        Map<String, Object> config = Map.of("bootstrap.servers", Broker.servers(), "isolation.level", "read_committed");
        List<BackfillRecord> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = end(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> records.add(BackfillRecord.of(record.value())));
            }
        }
        return records;
    }
}
