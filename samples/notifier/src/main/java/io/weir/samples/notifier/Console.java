package io.weir.samples.notifier;

import java.io.PrintStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** One line for each thing that happens, with the time. */
record Console(PrintStream out, Clock clock) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    void say(String line) {
        out.println(TIME.format(clock.instant()) + "  " + line);
    }

    void say(Deliveries.Ended ended) {
        Notification notification = ended.notification();
        String what =
                notification.id() + " of " + notification.alerts().size() + " alerts, attempt " + ended.attempts();
        say(
                ended.undeliverable() == null
                        ? "delivered " + what
                        : "dead letter: " + what + ": " + ended.undeliverable());
    }
}
