package io.weir.engine.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.engine.evaluate.UnreadableEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SchemaRegistryTest {

    private static final String LONG = "{\"schema\": \"\\\"long\\\"\"}";

    private final FakeRegistry fake;
    private final AtomicLong now = new AtomicLong();

    SchemaRegistryTest() throws IOException {
        fake = new FakeRegistry();
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void schema_isAskedForOnce() throws Exception {
        fake.with(7, LONG);
        SchemaRegistry registry = registry(Duration.ofSeconds(20));

        assertThat(registry.numbered(7)).isSameAs(registry.numbered(7));
        assertThat(registry.numbered(7).getType()).isEqualTo(Schema.Type.LONG);
        assertThat(fake.asked()).containsExactly("/registry/schemas/ids/7");
    }

    @Test
    void schemaThatIsNotThere_makesEventsUnreadableAndIsAskedForAgainLater() throws Exception {
        SchemaRegistry registry = registry(Duration.ofSeconds(20));

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> registry.numbered(7))
                    .isInstanceOf(UnreadableEvent.class)
                    .hasMessage("schema 7 is not in the schema registry");
        }
        assertThat(fake.asked()).hasSize(1);
        fake.with(7, LONG);
        now.addAndGet(Duration.ofSeconds(11).toNanos());
        assertThat(registry.numbered(7).getType()).isEqualTo(Schema.Type.LONG);
    }

    @Test
    void registryThatFailsForAWhile_isAskedUntilItAnswers() throws Exception {
        fake.with(7, LONG)
                .failsWith(503, "busy")
                .failsWith(404, "<html>no such page</html>")
                .failsWith(401, "{\"error_code\": 40101}")
                .failsWith(200, "[]")
                .failsWith(200, "not JSON");

        assertThat(registry(Duration.ofSeconds(60)).numbered(7).getType()).isEqualTo(Schema.Type.LONG);
        assertThat(fake.asked()).hasSize(6);
    }

    @Test
    void registryThatStallsInABody_isLeftAtTheDeadline() {
        fake.with(7, LONG).stalls();

        assertThatThrownBy(() -> registry(Duration.ofMillis(300)).numbered(7))
                .isInstanceOf(SchemaRegistryUnavailable.class)
                .hasMessageContaining("no answer in")
                .hasMessageContaining("OPERATOR");
    }

    @Test
    void registryThatIsAway_failsAtTheDeadlineAndIsNoFaultOfTheEvent() {
        String url = fake.url();
        fake.close();

        assertThatThrownBy(() -> new SchemaRegistry(url, Duration.ofMillis(200)).numbered(7))
                .isInstanceOf(SchemaRegistryUnavailable.class)
                .hasMessageContaining("/registry/schemas/ids/7")
                .hasMessageContaining("OPERATOR");
    }

    @Test
    void taskThatIsStopped_stopsWaiting() {
        String url = fake.url();
        fake.close();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> new SchemaRegistry(url, Duration.ofHours(1)).numbered(7))
                .isInstanceOf(SchemaRegistryUnavailable.class)
                .hasMessageContaining("stopped");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void schemaOfAnotherKindOrBroken_makesEventsUnreadable() {
        fake.with(1, "{\"schemaType\": \"PROTOBUF\", \"schema\": \"syntax = 3;\"}")
                .with(2, "{\"schema\": \"{\\\"type\\\": \\\"recrd\\\"}\"}")
                .with(3, "{}")
                .with(4, "{\"schema\": \"\\\"long\\\"\", \"references\": [{\"subject\": \"gone\", \"version\": 1}]}");
        SchemaRegistry registry = registry(Duration.ofSeconds(20));

        assertUnreadable(registry, 1, "schema 1 is PROTOBUF, not Avro");
        assertUnreadable(registry, 2, "schema 2 is no Avro schema");
        assertUnreadable(registry, 3, "schema 3 is no Avro schema");
        assertUnreadable(registry, 4, "schema gone in version 1 is not in the schema registry");
    }

    private static void assertUnreadable(SchemaRegistry registry, int id, String reason) {
        assertThatThrownBy(() -> registry.numbered(id))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining(reason);
    }

    @Test
    void schemaThatRefersToOthers_isReadWithThem() throws Exception {
        String city =
                "{\"schema\": \"{\\\"type\\\": \\\"enum\\\", \\\"name\\\": \\\"City\\\", \\\"symbols\\\": [\\\"ROME\\\"]}\"}";
        String place = "{\"schema\": \"{\\\"type\\\": \\\"record\\\", \\\"name\\\": \\\"Place\\\", \\\"fields\\\":"
                + " [{\\\"name\\\": \\\"city\\\", \\\"type\\\": \\\"City\\\"}]}\","
                + " \"references\": [{\"name\": \"City\", \"subject\": \"a city\", \"version\": 2}]}";
        String scan = "{\"schema\": \"{\\\"type\\\": \\\"record\\\", \\\"name\\\": \\\"Scan\\\", \\\"fields\\\":"
                + " [{\\\"name\\\": \\\"place\\\", \\\"type\\\": \\\"Place\\\"}]}\","
                + " \"references\": [{\"name\": \"City\", \"subject\": \"a city\", \"version\": 2},"
                + " {\"name\": \"Place\", \"subject\": \"place\", \"version\": 1}]}";
        fake.with("subjects/a%20city/versions/2", city)
                .with("subjects/place/versions/1", place)
                .with(9, scan);

        Schema schema = registry(Duration.ofSeconds(20)).numbered(9);

        assertThat(schema.getField("place").schema().getField("city").schema().getEnumSymbols())
                .containsExactly("ROME");
    }

    @Test
    void address_thatIsNone_isRefused() {
        assertThat(problems("http://registry:8081/path")).isEmpty();
        assertThat(problems("registry:8081")).singleElement().asString().contains("no URL of http");
        assertThat(problems("http://a b")).singleElement().asString().contains("no URL");
        assertThat(problems("https://me:secret@registry"))
                .singleElement()
                .asString()
                .contains("password")
                .doesNotContain("secret");
    }

    private static List<String> problems(String url) {
        List<String> problems = new ArrayList<>();
        RegistryAddress.of(url).addProblems(problems);
        return problems;
    }

    private SchemaRegistry registry(Duration deadline) {
        return new SchemaRegistry(fake.url(), deadline, now::get);
    }
}
