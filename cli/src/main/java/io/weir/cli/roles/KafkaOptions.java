package io.weir.cli.roles;

import java.util.Map;
import picocli.CommandLine.Option;

/** Which Kafka, and how to speak with it. */
final class KafkaOptions {

    @Option(names = "--bootstrap", required = true, paramLabel = "HOST:PORT", description = "Kafka's bootstrap servers")
    String bootstrap = "";

    @Option(
            names = "--kafka",
            paramLabel = "NAME=VALUE",
            description = "A setting for every Kafka client, such as security.protocol=SASL_SSL; any number")
    Map<String, String> properties = Map.of();
}
