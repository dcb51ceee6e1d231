package io.weir.admin;

import io.weir.dsl.contract.Topics;
import java.time.Duration;
import java.util.Map;

/**
 * What a server needs to know.
 *
 * @param kafka properties for every Kafka client: {@code bootstrap.servers}, TLS, SASL
 * @param host a loopback address
 * @param port 0 for any that is free
 * @param patience how long an engine's tasks have to answer a publish
 */
public record AdminConfig(Map<String, String> kafka, Topics topics, String host, int port, Duration patience) {

    public static final int DEFAULT_PORT = 8180;

    public AdminConfig {
        kafka = Map.copyOf(kafka);
    }

    /** On loopback, with the usual topics. */
    public static AdminConfig of(String bootstrapServers) {
        return new AdminConfig(
                Map.of("bootstrap.servers", bootstrapServers),
                Topics.DEFAULT,
                "127.0.0.1",
                DEFAULT_PORT,
                Duration.ofSeconds(5));
    }

    public AdminConfig withPort(int newPort) {
        return new AdminConfig(kafka, topics, host, newPort, patience);
    }

    public AdminConfig withHost(String newHost) {
        return new AdminConfig(kafka, topics, newHost, port, patience);
    }

    public AdminConfig withTopics(Topics newTopics) {
        return new AdminConfig(kafka, newTopics, host, port, patience);
    }

    public AdminConfig withPatience(Duration newPatience) {
        return new AdminConfig(kafka, topics, host, port, newPatience);
    }
}
