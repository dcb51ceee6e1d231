package io.weir.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.admin.store.Cluster;
import io.weir.dsl.contract.ContractJson;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertsIT {

    private final Cluster cluster = SharedKafka.newCluster();
    private final String common = cluster.topics().alerts();
    private AdminServer server;
    private Api api;
    private Producer<byte[], byte[]> engine;

    @BeforeEach
    void start() {
        server = AdminServer.start(AdminConfig.of(SharedKafka.BROKER.bootstrapServers())
                .withTopics(cluster.topics())
                .withPort(0));
        api = new Api(server);
        Map<String, Object> config = new HashMap<>(cluster.properties());
        config.put("transactional.id", cluster.topics().prefix() + "-engine");
        engine = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        engine.initTransactions();
    }

    @AfterEach
    void close() {
        engine.close(Duration.ZERO);
        server.close();
    }

    @Test
    void tail_ofCommittedAlerts_showsThoseOfItsTenantAndNoOthers() throws Exception {
        try (AlertStream all = tail("", "");
                AlertStream one = tail("?rule=Failed-login%20burst", "")) {
            engine.beginTransaction();
            send(common, 0, alert("default", "Failed-login burst", "a"));
            send(common, 0, alert("acme", "Failed-login burst", "b"));
            send(common, 1, alert("default", "Root login", "c"));
            send(common, 1, "no alert");
            engine.commitTransaction();
            engine.beginTransaction();
            send(common, 0, alert("default", "Failed-login burst", "torn"));
            engine.flush();

            await().until(() -> all.alerts().size() == 2);
            await().until(() -> one.alerts().size() == 1);
            assertThat(all.alerts()).containsExactlyInAnyOrder("a", "c");
            assertThat(one.alerts()).containsExactly("a");

            engine.abortTransaction();
            commit(common, "d");
            await().until(() -> all.alerts().contains("d"));
            assertThat(all.alerts()).doesNotContain("torn");
        }
    }

    @Test
    void tail_resumedByItsLastId_missesNoneAndRepeatsNone() throws Exception {
        String id;
        try (AlertStream first = tail("", "")) {
            commit(common, "a", "b", "c");
            await().until(() -> first.alerts().size() == 3);
            id = first.lastId();
        }
        commit(common, "d", "e");

        try (AlertStream second = tail("", id)) {
            commit(common, "f");
            await().until(() -> second.alerts().size() == 3);
            assertThat(second.alerts()).containsExactlyInAnyOrder("d", "e", "f");
        }
    }

    @Test
    void tail_resumedBeforeItsFirstAlert_missesNone() throws Exception {
        String id;
        try (AlertStream first = tail("", "")) {
            id = first.lastId();
        }
        commit(common, "a");

        try (AlertStream second = tail("", id)) {
            await().until(() -> second.alerts().size() == 1);
        }
    }

    @Test
    void tail_whileARuleWithATopicOfItsOwnIsPublished_takesTheTopicIn() throws Exception {
        String own = cluster.topics().prefix() + ".own";
        String id;
        try (AlertStream first = tail("", "")) {
            api.publish(Packs.login(cluster.topics().prefix()), Packs.root(own)).expect(201);
            commit(own, "a");
            await().until(() -> first.alerts().contains("a"));
            id = first.lastId();
        }
        commit(own, "b");

        try (AlertStream second = tail("", id)) {
            await().until(() -> second.alerts().contains("b"));
            assertThat(second.alerts()).containsExactly("b");
        }
    }

    @Test
    void tail_whenTheServerEnds_ends() throws Exception {
        try (AlertStream tail = tail("", "")) {
            server.close();

            await().until(tail::ended);
        }
    }

    /** Listening, once it returns. */
    private AlertStream tail(String query, String lastId) throws Exception {
        AlertStream tail = new AlertStream(api.request("/api/v1/alerts" + query), lastId);
        await().until(() -> !tail.lastId().isEmpty());
        return tail;
    }

    private void commit(String topic, String... ids) {
        engine.beginTransaction();
        for (int i = 0; i < ids.length; i++) {
            send(topic, i % 2, alert("default", "Failed-login burst", ids[i]));
        }
        engine.commitTransaction();
    }

    private void send(String topic, int partition, String value) {
        engine.send(new ProducerRecord<>(topic, partition, null, value.getBytes()));
    }

    private static String alert(String tenant, String rule, String id) {
        ObjectNode alert = ContractJson.MAPPER.createObjectNode();
        return alert.put("id", id).put("tenant", tenant).put("rule", rule).toString();
    }
}
