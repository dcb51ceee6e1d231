package io.weir.engine;

import io.weir.engine.evaluate.RuleLimits;
import io.weir.engine.registry.RegistryAddress;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.flink.util.TimeUtils;
import org.jspecify.annotations.Nullable;

/**
 * Settings from a command line: {@code --name value} each; {@code --kafka.NAME} goes to every Kafka client. Durations are written as
 * Flink does: {@code 250ms}, {@code 15 min}.
 */
final class JobSettings {

    private static final String KAFKA = "kafka.";

    private final Map<String, String> given;
    private final Set<String> unused;
    private final List<String> problems = new ArrayList<>();

    private JobSettings(Map<String, String> given) {
        this.given = given;
        this.unused = new TreeSet<>(given.keySet());
    }

    /** Fails with {@link InvalidSettings}, which holds all that is wrong. */
    static JobConfig read(String... arguments) {
        JobSettings settings = new JobSettings(pairs(arguments));
        JobConfig defaults = JobConfig.of("main", "unknown:9092");
        JobConfig config = settings.config(defaults);
        settings.unused.forEach(name -> settings.problems.add("--" + name + ": no such setting"));
        if (!settings.problems.isEmpty()) {
            throw new InvalidSettings(settings.problems);
        }
        return config;
    }

    private static Map<String, String> pairs(String... arguments) {
        Map<String, String> pairs = new TreeMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!arguments[i].startsWith("--") || i + 1 == arguments.length) {
                throw new InvalidSettings(List.of(arguments[i] + ": expected --name value"));
            }
            pairs.put(arguments[i].substring(2), arguments[i + 1]);
        }
        return pairs;
    }

    private JobConfig config(JobConfig defaults) {
        String engine = text("engine", defaults.engine());
        Set<String> tenants = value("tenants", defaults.tenants(), list -> Set.of(list.split(",")));
        KafkaAccess kafka = kafka(defaults.kafka());
        Checkpoints checkpoints = checkpoints(defaults.checkpoints());
        Timing timing = timing(defaults.timing());
        int parallelism = value("parallelism", defaults.parallelism(), Integer::valueOf);
        ZoneId zone = value("time-zone", defaults.zone(), ZoneId::of);
        Duration deadline = duration("control-deadline", defaults.controlDeadline());
        RegistryAddress registry = registry(defaults.registry());
        RuleLimits limits = new RuleLimits(
                duration("rule-time-limit", defaults.limits().time()),
                value("rule-entries-limit", defaults.limits().entries(), Integer::valueOf));
        return new JobConfig(
                engine, tenants, kafka, checkpoints, timing, parallelism, zone, deadline, registry, limits);
    }

    private KafkaAccess kafka(KafkaAccess defaults) {
        if (!given.containsKey("bootstrap-servers")) {
            problems.add("--bootstrap-servers: missing");
        }
        return new KafkaAccess(
                text("bootstrap-servers", defaults.bootstrapServers()),
                clientProperties(),
                text("topics-prefix", defaults.topicsPrefix()),
                duration("transaction-timeout", defaults.transactionTimeout()),
                value("max-record-bytes", defaults.maxRecordBytes(), Integer::valueOf),
                value("start", defaults.start(), name -> KafkaAccess.StartFrom.valueOf(name.toUpperCase(Locale.ROOT))));
    }

    private Map<String, String> clientProperties() {
        Map<String, String> properties = new HashMap<>();
        given.forEach((name, value) -> {
            if (name.startsWith(KAFKA)) {
                properties.put(name.substring(KAFKA.length()), value);
                unused.remove(name);
            }
        });
        return properties;
    }

    private Checkpoints checkpoints(Checkpoints defaults) {
        return new Checkpoints(
                duration("checkpoint-interval", defaults.interval()),
                optional("checkpoint-directory", Function.identity()),
                optional("state-backend", name -> Checkpoints.Backend.valueOf(name.toUpperCase(Locale.ROOT))));
    }

    private Timing timing(Timing defaults) {
        return new Timing(
                duration("watermark-interval", defaults.watermarkInterval()),
                duration("idleness", defaults.idleness()),
                duration("max-drift", defaults.maxDrift()),
                duration("flush", defaults.flush()),
                duration("discovery", defaults.discovery()),
                duration("max-ahead", defaults.maxAhead()),
                value("time", defaults.evaluation(), name -> EvaluationTime.valueOf(name.toUpperCase(Locale.ROOT))));
    }

    private RegistryAddress registry(RegistryAddress defaults) {
        return new RegistryAddress(
                optional("schema-registry", Function.identity()),
                duration("schema-registry-deadline", defaults.deadline()));
    }

    private String text(String name, String fallback) {
        return value(name, fallback, Function.identity());
    }

    private Duration duration(String name, Duration fallback) {
        return value(name, fallback, TimeUtils::parseDuration);
    }

    private <T> T value(String name, T fallback, Function<String, T> parse) {
        T value = optional(name, parse);
        return value == null ? fallback : value;
    }

    private <T> @Nullable T optional(String name, Function<String, T> parse) {
        unused.remove(name);
        String text = given.get(name);
        if (text == null) {
            return null;
        }
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            problems.add("--" + name + ": \"" + text + "\" is not understood: " + e.getMessage());
            return null;
        }
    }
}
