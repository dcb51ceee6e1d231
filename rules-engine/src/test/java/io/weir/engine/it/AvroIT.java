package io.weir.engine.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.weir.dsl.contract.ContractJson;
import io.weir.dsl.contract.Headers;
import io.weir.engine.evaluate.AvroEvents;
import io.weir.engine.publish.Publisher;
import io.weir.engine.registry.FakeRegistry;
import io.weir.engine.registry.RegistryAddress;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AvroIT {

    @RegisterExtension
    static final MiniClusterExtension FLINK = Flink.cluster();

    private static final Schema LOGIN = SchemaBuilder.record("Login")
            .fields()
            .requiredString("userId")
            .requiredString("outcome")
            .requiredLong("at")
            .endRecord();

    private final Installation weir = new Installation();
    private final Publisher publisher = new Publisher("default");
    private final String logins = weir.eventTopic("logins", 1);
    private final Events events = new Events(logins);
    private final Received alerts = weir.alerts();

    private @Nullable JobClient job;

    @AfterEach
    void stop() throws Exception {
        events.close();
        alerts.close();
        if (job != null) {
            job.cancel().get();
        }
    }

    @Test
    void avroEvents_areEvaluatedAndTheUnreadableGoToTheDeadLetters() throws Exception {
        try (FakeRegistry registry = new FakeRegistry()) {
            registry.with(7, ContractJson.MAPPER.writeValueAsString(Map.of("schema", LOGIN.toString())));
            weir.control.commit(
                    publisher.released(publisher.draft(Rules.login(logins) + ", as avro\n" + Rules.FAILED), null));
            job = weir.start(weir.config().withRegistry(RegistryAddress.of(registry.url())));

            events.send(0, "{\"userId\": \"json\", \"outcome\": \"failed\", \"at\": 1000}");
            events.send(0, AvroEvents.framed(8, LOGIN, login("no-schema", 1_000)));
            events.send(0, AvroEvents.framed(7, LOGIN, login("ann", 1_000)));
            events.send(0, AvroEvents.framed(7, LOGIN, login("eve", 2_000)));

            alerts.until(records ->
                    assertThat(Alerts.texts(records)).containsExactly("ann failed at 1000", "eve failed at 2000"));
            try (Received dead = new Received(weir.topics.deadLetter())) {
                dead.until(records -> assertThat(records)
                        .extracting(
                                record -> Received.header(record, Headers.OFFSET),
                                record -> Received.header(record, Headers.REASON))
                        .containsExactlyInAnyOrder(
                                tuple("0", "not Avro as a schema registry frames it: a zero and a schema's number"),
                                tuple("1", "schema 8 is not in the schema registry")));
            }
        }
    }

    private static GenericData.Record login(String user, long at) {
        GenericData.Record login = new GenericData.Record(LOGIN);
        login.put("userId", user);
        login.put("outcome", "failed");
        login.put("at", at);
        return login;
    }
}
