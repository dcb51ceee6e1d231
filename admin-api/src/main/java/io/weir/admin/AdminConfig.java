package io.weir.admin;

import io.weir.admin.access.OidcConfig;
import io.weir.dsl.contract.Topics;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a server needs to know.
 *
 * @param kafka properties for every Kafka client: {@code bootstrap.servers}, TLS, SASL
 * @param host where to listen; what it says there is not encrypted: beyond this machine, put it behind a proxy with TLS
 * @param port 0 for any that is free
 * @param patience how long an engine's tasks have to answer a publish
 * @param oidc whose tokens are taken; null where keys alone are
 */
public record AdminConfig(
        Map<String, String> kafka,
        Topics topics,
        String host,
        int port,
        Duration patience,
        @Nullable OidcConfig oidc) {

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
                Duration.ofSeconds(5),
                null);
    }

    public AdminConfig withPort(int newPort) {
        return new AdminConfig(kafka, topics, host, newPort, patience, oidc);
    }

    public AdminConfig withHost(String newHost) {
        return new AdminConfig(kafka, topics, newHost, port, patience, oidc);
    }

    public AdminConfig withTopics(Topics newTopics) {
        return new AdminConfig(kafka, newTopics, host, port, patience, oidc);
    }

    public AdminConfig withPatience(Duration newPatience) {
        return new AdminConfig(kafka, topics, host, port, newPatience, oidc);
    }

    public AdminConfig withKafka(Map<String, String> newKafka) {
        return new AdminConfig(newKafka, topics, host, port, patience, oidc);
    }

    public AdminConfig withOidc(@Nullable OidcConfig newOidc) {
        return new AdminConfig(kafka, topics, host, port, patience, newOidc);
    }
}
