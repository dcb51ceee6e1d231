package io.weir.samples.notifier;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Options as {@link Settings}. */
final class CommandLine {

    static final String SECRET = "NOTIFIER_SECRET";

    static final String HELP = """
            Posts alerts of Weir to a webhook: bursts as one notification, each alert once.

              java -jar notifier.jar --kafka HOST:PORT --webhook URL [options]

              --kafka HOST:PORT       the brokers
              --webhook URL           where notifications are posted
              --kafka-properties FILE more settings for Kafka's clients, such as security
              --topic NAME            of the alerts                                    (weir.alerts)
              --group NAME            names the service, its journal and dead letters  (notifier)
              --window TIME           how long an alert waits for others of its group  (10s)
              --most N                alerts in one notification                       (100)
              --timeout TIME          of one attempt                                   (10s)
              --first-retry TIME      wait after the first failure, doubled each time  (1s)
              --longest-retry TIME    longest wait between attempts                    (5m)
              --give-up-after TIME    then a notification becomes a dead letter        (1h)
              --parallel N            attempts under way at once                       (4)
              --remember TIME         how long alerts' ids are kept                    (7d)

            Times: 500ms, 10s, 5m, 1h, 7d. The variable NOTIFIER_SECRET, where it is set, signs what is sent.
            It runs until Ctrl-C or SIGTERM. Exit codes: 2 wrong usage, 3 another instance of the group has taken over.
            """;

    private static final Pattern TIME = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");

    private final Map<String, String> options;

    private CommandLine(Map<String, String> options) {
        this.options = options;
    }

    /** Fails with {@link InvalidSettings}. */
    static Settings settings(String[] arguments, @Nullable String secret) {
        return new CommandLine(options(arguments)).settings(secret);
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!HELP.contains("  " + arguments[i] + " ") || !arguments[i].startsWith("--")) {
                throw new InvalidSettings("unknown option " + arguments[i]);
            } else if (i + 1 == arguments.length) {
                throw new InvalidSettings(arguments[i] + " needs a value");
            } else if (options.put(arguments[i], arguments[i + 1]) != null) {
                throw new InvalidSettings(arguments[i] + " is given twice");
            }
        }
        return options;
    }

    private Settings settings(@Nullable String secret) {
        Settings settings = new Settings(
                kafka(),
                options.getOrDefault("--topic", "weir.alerts"),
                options.getOrDefault("--group", "notifier"),
                option("--webhook", null, CommandLine::webhook),
                option("--window", "10s", CommandLine::time),
                option("--most", "100", CommandLine::count),
                option("--timeout", "10s", CommandLine::time),
                option("--give-up-after", "1h", CommandLine::time),
                option("--first-retry", "1s", CommandLine::time),
                option("--longest-retry", "5m", CommandLine::time),
                option("--parallel", "4", CommandLine::count),
                option("--remember", "7d", CommandLine::time),
                secret == null || secret.isEmpty() ? null : secret);
        if (!settings.group().matches("[a-zA-Z0-9._-]{1,200}")) {
            throw new InvalidSettings("--group " + settings.group() + " is no name of a topic");
        }
        return settings;
    }

    private Map<String, String> kafka() {
        // So that a broker that is away is told, and a stop heard, in seconds instead of minutes.
        Map<String, String> kafka = new HashMap<>(
                Map.of("request.timeout.ms", "8000", "default.api.timeout.ms", "10000", "max.block.ms", "10000"));
        String file = options.get("--kafka-properties");
        if (file != null) {
            Properties properties = new Properties();
            try (InputStream in = Files.newInputStream(Path.of(file))) {
                properties.load(in);
            } catch (IOException e) {
                throw new InvalidSettings("--kafka-properties " + file + " cannot be read: " + e.getMessage());
            }
            properties.stringPropertyNames().forEach(name -> kafka.put(name, properties.getProperty(name)));
        }
        kafka.put("bootstrap.servers", option("--kafka", null, Function.identity()));
        return Map.copyOf(kafka);
    }

    private <T> T option(String name, @Nullable String standard, Function<String, T> reader) {
        String value = options.getOrDefault(name, standard);
        if (value == null) {
            throw new InvalidSettings(name + " is missing");
        }
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettings(name + " " + value + ": " + e.getMessage());
        }
    }

    private static URI webhook(String text) {
        URI uri = URI.create(text);
        if (uri.getHost() == null || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
            throw new IllegalArgumentException("must be http://… or https://…");
        }
        return uri;
    }

    private static int count(String text) {
        int count = Integer.parseInt(text);
        if (count < 1) {
            throw new IllegalArgumentException("must be 1 or more");
        }
        return count;
    }

    private static Duration time(String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no time such as 500ms, 10s, 5m, 1h, 7d");
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
