package io.weir.admin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.admin.SharedKafka;
import io.weir.admin.TopicContent;
import io.weir.admin.audit.AuditEntry;
import io.weir.dsl.contract.ContractJson;
import io.weir.dsl.contract.ControlCodec;
import io.weir.dsl.contract.ControlRecord;
import io.weir.dsl.contract.ControlState;
import io.weir.dsl.contract.Release;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class ControlStoreIT {

    private static final String TENANT = Drafts.TENANT;

    private final Cluster cluster = SharedKafka.newCluster();

    @Test
    void write_contendedByFourWritersOnTwoServers_losesNoneAndCountsNoEpochTwice() throws Exception {
        List<String> acknowledged = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(4);

        try (ControlStore one = ControlStore.open(cluster);
                ControlStore other = ControlStore.open(cluster)) {
            List<Future<List<String>>> writers = new ArrayList<>();
            for (ControlStore store : List.of(one, other, one, other)) {
                writers.add(pool.submit(() -> writeTimes(store, 25)));
            }
            for (Future<List<String>> writer : writers) {
                acknowledged.addAll(writer.get());
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(acknowledged).hasSize(100).doesNotHaveDuplicates();
        assertThat(releases()).extracting(Release::epoch).containsExactlyElementsOf(epochs(100));
        assertThat(releases()).extracting(Release::writeId).containsExactlyInAnyOrderElementsOf(acknowledged);
        assertThat(audit()).extracting(AuditEntry::epoch).containsExactlyElementsOf(epochs(100));
        assertThat(audit()).extracting(AuditEntry::writeId).containsExactlyInAnyOrderElementsOf(acknowledged);
        try (ControlStore fresh = ControlStore.open(cluster)) {
            assertThat(epoch(fresh)).isEqualTo(100);
            assertThat(fresh.<Integer>read(state -> state.newestRevision(TENANT, Drafts.RULE)))
                    .isEqualTo(100);
        }
    }

    @Test
    void write_overtakenBetweenCompareAndCommit_isAskedAgainOnTheNewState() {
        try (ControlStore slow = ControlStore.open(cluster);
                ControlStore fast = ControlStore.open(cluster)) {
            slow.write(Drafts::nextRelease);

            List<Long> met = overtake(slow, fast);

            assertThat(met).containsExactly(1L, 2L);
            assertThat(releases()).extracting(Release::epoch).containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void write_overtakenWithATransactionalIdOfItsOwn_losesAnUpdate() {
        try (ControlStore slow = ControlStore.open(cluster, () -> cluster.transactionalProducer("slow"));
                ControlStore fast = ControlStore.open(cluster, () -> cluster.transactionalProducer("fast"))) {
            slow.write(Drafts::nextRelease);

            overtake(slow, fast);

            assertThat(releases())
                    .as("this is what the shared id is for")
                    .extracting(Release::epoch)
                    .containsExactly(1L, 2L, 2L);
        }
    }

    @Test
    void write_afterAnotherServersWrite_meetsItsState() {
        try (ControlStore one = ControlStore.open(cluster);
                ControlStore other = ControlStore.open(cluster)) {
            for (int i = 0; i < 3; i++) {
                one.write(Drafts::nextRelease);
                other.write(Drafts::nextRelease);
            }

            assertThat(epoch(other)).isEqualTo(6);
            assertThat(one.await(state -> state.epoch(TENANT) == 6, Duration.ofSeconds(10)))
                    .isTrue();
        }
    }

    @Test
    void keys_thatAreNotReadAnyMore_openNothing() {
        ControlStore store = ControlStore.open(cluster);
        assertThat(store.keys().key("any")).isNull();

        store.close();

        assertThatThrownBy(() -> store.keys().key("any")).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> store.keys().all()).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void write_ofADraftThatRefuses_changesNothing() {
        try (ControlStore store = ControlStore.open(cluster)) {
            assertThatThrownBy(() -> store.write((state, writeId) -> {
                        throw new IllegalArgumentException("no");
                    }))
                    .hasMessage("no");

            store.write(Drafts::nextRelease);
            assertThat(epoch(store)).isEqualTo(1);
        }
    }

    @Test
    void write_whoseCommitStandsButWasNotConfirmed_isFoundAndNotRepeated() {
        try (ControlStore store = ControlStore.open(cluster, TroubledProducer.commitsButDoesNotSay(producers()))) {
            AtomicInteger asked = new AtomicInteger();

            store.write((state, writeId) -> {
                asked.incrementAndGet();
                return Drafts.nextRelease(state, writeId);
            });

            assertThat(asked).hasValue(1);
            assertThat(epoch(store)).isEqualTo(1);
            assertThat(audit()).hasSize(1);
        }
    }

    @Test
    void write_whoseCommitFailed_isRepeated() {
        try (ControlStore store = ControlStore.open(cluster, TroubledProducer.doesNotCommit(producers()))) {
            store.write(Drafts::nextRelease);

            assertThat(epoch(store)).isEqualTo(1);
            assertThat(audit()).hasSize(1);
        }
    }

    @Test
    void write_ofAServerThatEndedHalfway_isNeverSeen() {
        try (ControlStore store = ControlStore.open(cluster);
                Producer<byte[], byte[]> dying = producers().get()) {
            dying.initTransactions();
            dying.beginTransaction();
            Write torn = Drafts.nextRelease(new ControlState(), "torn");
            for (ControlRecord record : torn.records()) {
                dying.send(new ProducerRecord<>(
                        cluster.topics().control(), ControlCodec.key(record), ControlCodec.value(record)));
            }
            dying.flush();

            try (ControlStore fresh = ControlStore.open(cluster)) {
                assertThat(epoch(fresh)).isZero();
            }
            store.write(Drafts::nextRelease);

            assertThatThrownBy(dying::commitTransaction).isInstanceOf(RuntimeException.class);
            assertThat(releases()).hasSize(1).extracting(Release::writeId).doesNotContain("torn");
            dying.close(Duration.ZERO);
        }
    }

    @Test
    void write_ofARecordBeyondTheLimit_saysSoAndLeavesTheStoreUsable() {
        try (ControlStore store = ControlStore.open(cluster)) {
            assertThatThrownBy(() -> store.write((state, writeId) ->
                            Drafts.nextRelease(state, writeId, "x".repeat(Cluster.MAX_RECORD_BYTES + 1))))
                    .isInstanceOf(RecordTooLargeException.class)
                    .hasMessageContaining("default/rule/burst@1");

            store.write(Drafts::nextRelease);
            assertThat(epoch(store)).isEqualTo(1);
        }
    }

    @Test
    void write_whileTheBrokerRestarts_standsOnce() throws Exception {
        try (ControlStore store = ControlStore.open(cluster)) {
            store.write(Drafts::nextRelease);
            SharedKafka.BROKER.kill();
            CompletableFuture<Write> write = CompletableFuture.supplyAsync(() -> store.write(Drafts::nextRelease));
            SharedKafka.BROKER.resume();

            assertThat(write.get()).isNotNull();
            assertThat(releases()).extracting(Release::epoch).containsExactly(1L, 2L);
        }
    }

    @Test
    void open_onAControlTopicThatForgets_refuses() throws Exception {
        try (Admin admin = cluster.admin()) {
            NewTopic forgetful =
                    new NewTopic(cluster.topics().control(), 1, (short) 1).configs(Map.of("cleanup.policy", "delete"));
            admin.createTopics(List.of(forgetful)).all().get();
        }

        assertThatThrownBy(() -> ControlStore.open(cluster))
                .isInstanceOf(UnusableTopicException.class)
                .hasMessageContaining("compact");
    }

    @Test
    void ensureTopics_ofANameThatKafkaRefuses_namesIt() {
        try (ControlStore store = ControlStore.open(cluster)) {
            assertThatThrownBy(() -> store.ensureTopics(
                            List.of("fine-" + cluster.topics().prefix(), "not fine")))
                    .isInstanceOfSatisfying(
                            UnusableTopicException.class,
                            e -> assertThat(e.topic()).isEqualTo("not fine"));
        }
    }

    /** The epochs that the slow writer's draft met while the other one wrote in between. */
    private static List<Long> overtake(ControlStore slow, ControlStore fast) {
        List<Long> met = new ArrayList<>();
        slow.write((state, writeId) -> {
            met.add(state.epoch(TENANT));
            if (met.size() == 1) {
                fast.write(Drafts::nextRelease);
            }
            return Drafts.nextRelease(state, writeId);
        });
        return met;
    }

    private static List<String> writeTimes(ControlStore store, int times) {
        List<String> writeIds = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Write write = store.write(Drafts::nextRelease);
            writeIds.add(write.audit().writeId());
        }
        return writeIds;
    }

    private Supplier<Producer<byte[], byte[]>> producers() {
        return () -> cluster.transactionalProducer(cluster.writerTransactionalId());
    }

    private static long epoch(ControlStore store) {
        return store.read(state -> state.epoch(TENANT));
    }

    private static List<Long> epochs(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private List<Release> releases() {
        return TopicContent.of(cluster, cluster.topics().control()).stream()
                .map(record -> ControlCodec.read(record.key(), record.value()))
                .flatMap(Optional::stream)
                .filter(Release.class::isInstance)
                .map(Release.class::cast)
                .toList();
    }

    private List<AuditEntry> audit() {
        return TopicContent.of(cluster, cluster.topics().audit()).stream()
                .map(record -> ContractJson.read(record.value(), AuditEntry.class))
                .toList();
    }
}
