package io.weir.engine.it;

import io.weir.localkafka.LocalKafka;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** One Kafka broker for all integration tests of the module; it ends with the JVM. */
final class Broker {

    private static final LocalKafka KAFKA = LocalKafka.start();

    private Broker() {}

    static String servers() {
        return KAFKA.bootstrapServers();
    }

    static void createTopic(String name, int partitions) {
        create(List.of(new NewTopic(name, partitions, (short) 1)));
    }

    static void createCompacted(String name) {
        create(List.of(new NewTopic(name, 1, (short) 1).configs(Map.of("cleanup.policy", "compact"))));
    }

    static void createTopics(int partitions, String... names) {
        create(Arrays.stream(names)
                .map(name -> new NewTopic(name, partitions, (short) 1))
                .toList());
    }

    private static void create(List<NewTopic> topics) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers()))) {
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot create " + topics, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
