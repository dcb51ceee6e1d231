package io.weir.cli.backtest;

import io.weir.cli.CommandFailure;
import io.weir.engine.InvalidSettings;
import io.weir.engine.JobConfig;
import io.weir.engine.KafkaAccess;
import io.weir.engine.registry.RegistryAddress;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose past is evaluated again. */
final class PastReleasesOptions {

    @Option(names = "--bootstrap", required = true, paramLabel = "HOST:PORT", description = "Kafka's bootstrap servers")
    private String bootstrap = "";

    @Option(
            names = "--kafka",
            paramLabel = "NAME=VALUE",
            description = "A setting for every Kafka client, such as security.protocol=SASL_SSL; any number")
    private Map<String, String> properties = Map.of();

    @Option(
            names = "--tenant",
            defaultValue = "default",
            paramLabel = "NAME",
            description = "Whose rules. Default: ${DEFAULT-VALUE}")
    private String tenant = "default";

    @Option(
            names = "--engine",
            defaultValue = "main",
            paramLabel = "NAME",
            description =
                    "As the alerts say; the live engine's gives its alerts to the byte. Default: ${DEFAULT-VALUE}")
    private String engine = "main";

    @Option(
            names = "--schema-registry",
            paramLabel = "URL",
            description = "Where the schemas of Avro events are, as Confluent's registry answers")
    private @Nullable String registry;

    PastReleases replay(ZoneId zone, int parallelism) {
        try {
            return new PastReleases(JobConfig.of(engine, bootstrap)
                    .withKafka(KafkaAccess.of(bootstrap).withProperties(properties))
                    .withTenants(Set.of(tenant))
                    .withParallelism(parallelism)
                    .withZone(zone)
                    .withRegistry(new RegistryAddress(registry, Duration.ofMinutes(1))));
        } catch (InvalidSettings e) {
            throw CommandFailure.usage(String.join("\n      ", e.problems()));
        }
    }
}
