package io.weir.samples.notifier;

import java.time.Clock;
import java.util.Arrays;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;

/** The service's program; {@code --help} says what it takes. */
public final class Notifier {

    private static final int STOPPED = 0;
    private static final int USAGE = 2;
    private static final int TAKEN_OVER = 3;
    private static final long PAUSE_MILLIS = 2_000;

    private Notifier() {}

    public static void main(String[] arguments) throws InterruptedException {
        // Kafka's log needs a provider that this program leaves to whoever runs it.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        if (Arrays.asList(arguments).contains("--help")) {
            System.out.print(CommandLine.HELP);
            return;
        }
        int exitCode;
        try (StopSignal stop = new StopSignal()) {
            exitCode = run(CommandLine.settings(arguments, System.getenv(CommandLine.SECRET)), stop);
        } catch (InvalidSettings e) {
            System.err.println("notifier: " + e.getMessage() + "; see --help");
            exitCode = USAGE;
        }
        if (exitCode != STOPPED) {
            System.exit(exitCode);
        }
    }

    /** All that matters is in Kafka, so after an outage the service starts anew from there. */
    private static int run(Settings settings, StopSignal stop) throws InterruptedException {
        Console console = new Console(System.out, Clock.systemUTC());
        while (!stop.requested()) {
            try (Service service = Service.open(settings, Clock.systemUTC(), console)) {
                service.run(stop);
            } catch (KafkaException e) {
                if (isTakenOver(e)) {
                    console.say("another instance of " + settings.group() + " has taken over");
                    return TAKEN_OVER;
                }
                console.say("Kafka: " + e.getMessage() + "; trying again");
                stop.await(PAUSE_MILLIS);
            }
        }
        console.say("stopped");
        return STOPPED;
    }

    private static boolean isTakenOver(KafkaException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProducerFencedException || cause instanceof InvalidProducerEpochException) {
                return true;
            }
        }
        return false;
    }
}
