package io.weir.engine;

import io.weir.dsl.contract.Topics;
import io.weir.engine.evaluate.Decoders;
import io.weir.engine.evaluate.RuleLimits;
import io.weir.engine.registry.RegistryAddress;
import io.weir.engine.registry.SchemaRegistry;
import java.io.Serializable;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The settings of one engine.
 *
 * <pre>{@code
 * JobConfig config = JobConfig.of("main", "localhost:9092")
 *         .withParallelism(4)
 *         .withCheckpoints(Checkpoints.every(Duration.ofSeconds(1)));
 * }</pre>
 *
 * @param engine names the engine in every report, alert and transaction; two on one Kafka have two names
 * @param tenants whose rules it evaluates; empty: everyone's
 * @param zone of timestamps in events that name none
 * @param controlDeadline how long a task waits at its start until it has read the control topic
 * @param limits of each rule
 * @param registry of the schemas that Avro events were written with
 */
public record JobConfig(
        String engine,
        Set<String> tenants,
        KafkaAccess kafka,
        Checkpoints checkpoints,
        Timing timing,
        int parallelism,
        ZoneId zone,
        Duration controlDeadline,
        RegistryAddress registry,
        RuleLimits limits)
        implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    public JobConfig {
        tenants = Set.copyOf(tenants);
        List<String> problems = new ArrayList<>();
        if (!NAME.matcher(engine).matches()) {
            problems.add("engine: \"" + engine + "\" is not 1 to 63 lower case letters, digits and dashes");
        }
        if (parallelism < 1) {
            problems.add("parallelism: " + parallelism + " is less than 1");
        }
        if (controlDeadline.isNegative() || controlDeadline.isZero()) {
            problems.add("control-deadline: must be more than 0");
        }
        kafka.addProblems(problems);
        checkpoints.addProblems(problems);
        timing.addProblems(problems);
        registry.addProblems(problems);
        limits.addProblems(problems);
        if (kafka.transactionTimeout().compareTo(checkpoints.interval()) <= 0) {
            problems.add("transaction-timeout: " + kafka.transactionTimeout()
                    + " is not longer than the checkpoint interval, " + checkpoints.interval());
        }
        if (!problems.isEmpty()) {
            throw new InvalidSettings(problems);
        }
    }

    /** All defaults; the least that an engine must be told. */
    public static JobConfig of(String engine, String bootstrapServers) {
        return new JobConfig(
                engine,
                Set.of(),
                KafkaAccess.of(bootstrapServers),
                Checkpoints.every(Duration.ofSeconds(1)),
                Timing.DEFAULT,
                1,
                ZoneOffset.UTC,
                Duration.ofMinutes(1),
                RegistryAddress.NONE,
                RuleLimits.DEFAULT);
    }

    /** Readers of events as these settings say. */
    public Decoders decoders() {
        Decoders decoders = Decoders.in(zone);
        return registry.url() == null
                ? decoders
                : decoders.withWriters(new SchemaRegistry(registry.url(), registry.deadline()));
    }

    public Topics topics() {
        return kafka.topics();
    }

    public boolean isFor(String tenant) {
        return tenants.isEmpty() || tenants.contains(tenant);
    }

    public JobConfig withTenants(Set<String> newTenants) {
        return new JobConfig(
                engine, newTenants, kafka, checkpoints, timing, parallelism, zone, controlDeadline, registry, limits);
    }

    public JobConfig withKafka(KafkaAccess newKafka) {
        return new JobConfig(
                engine, tenants, newKafka, checkpoints, timing, parallelism, zone, controlDeadline, registry, limits);
    }

    public JobConfig withCheckpoints(Checkpoints newCheckpoints) {
        return new JobConfig(
                engine, tenants, kafka, newCheckpoints, timing, parallelism, zone, controlDeadline, registry, limits);
    }

    public JobConfig withTiming(Timing newTiming) {
        return new JobConfig(
                engine, tenants, kafka, checkpoints, newTiming, parallelism, zone, controlDeadline, registry, limits);
    }

    public JobConfig withParallelism(int newParallelism) {
        return new JobConfig(
                engine, tenants, kafka, checkpoints, timing, newParallelism, zone, controlDeadline, registry, limits);
    }

    public JobConfig withZone(ZoneId newZone) {
        return new JobConfig(
                engine, tenants, kafka, checkpoints, timing, parallelism, newZone, controlDeadline, registry, limits);
    }

    public JobConfig withControlDeadline(Duration newDeadline) {
        return new JobConfig(
                engine, tenants, kafka, checkpoints, timing, parallelism, zone, newDeadline, registry, limits);
    }

    public JobConfig withRegistry(RegistryAddress newRegistry) {
        return new JobConfig(
                engine, tenants, kafka, checkpoints, timing, parallelism, zone, controlDeadline, newRegistry, limits);
    }

    public JobConfig withLimits(RuleLimits newLimits) {
        return new JobConfig(
                engine, tenants, kafka, checkpoints, timing, parallelism, zone, controlDeadline, registry, newLimits);
    }
}
