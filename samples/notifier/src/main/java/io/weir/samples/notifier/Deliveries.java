package io.weir.samples.notifier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Notifications on their way: which is to be tried when, and when it is enough. */
final class Deliveries {

    private final Backoff backoff;
    private final Duration giveUpAfter;
    private final int parallel;
    private final Map<String, Delivery> deliveries = new LinkedHashMap<>();
    private int underWay;
    /** The endpoint asked for a rest; that holds for all. */
    private Instant pausedUntil = Instant.MIN;

    private static final class Delivery {
        final Notification notification;
        int failures;
        boolean underWay;
        Instant notBefore = Instant.MIN;

        Delivery(Notification notification) {
            this.notification = notification;
        }
    }

    /** @param undeliverable why it never will be delivered; null: it was */
    record Ended(
            Notification notification,
            int attempts,
            @Nullable String undeliverable) {}

    Deliveries(Backoff backoff, Duration giveUpAfter, int parallel) {
        this.backoff = backoff;
        this.giveUpAfter = giveUpAfter;
        this.parallel = parallel;
    }

    void add(Notification notification) {
        deliveries.put(notification.id(), new Delivery(notification));
    }

    /** What is to be tried now; each counts as under way until {@link #ended}. */
    List<Notification> due(Instant now) {
        List<Notification> due = new ArrayList<>();
        if (now.isBefore(pausedUntil)) {
            return due;
        }
        for (Delivery delivery : deliveries.values()) {
            if (underWay == parallel) {
                break;
            }
            if (!delivery.underWay && !now.isBefore(delivery.notBefore)) {
                delivery.underWay = true;
                underWay++;
                due.add(delivery.notification);
            }
        }
        return due;
    }

    /** Answers null where it is to be tried again. */
    @Nullable
    Ended ended(String id, Outcome outcome, Instant now) {
        Delivery delivery = deliveries.get(id);
        if (delivery == null) {
            throw new IllegalStateException("Nothing of this id is under way: " + id);
        }
        delivery.underWay = false;
        underWay--;
        delivery.failures++;
        if (outcome instanceof Outcome.Later later) {
            return later(delivery, later, now);
        }
        return end(delivery, outcome instanceof Outcome.Never never ? never.reason() : null);
    }

    private @Nullable Ended later(Delivery delivery, Outcome.Later later, Instant now) {
        Duration wait = backoff.after(delivery.failures);
        Duration asked = later.asked();
        if (asked != null) {
            wait = asked.compareTo(wait) > 0 ? asked : wait;
            Instant rested = now.plus(asked);
            pausedUntil = rested.isAfter(pausedUntil) ? rested : pausedUntil;
        }
        delivery.notBefore = now.plus(wait);
        Instant deadline = delivery.notification.at().plus(giveUpAfter);
        return delivery.notBefore.isAfter(deadline)
                ? end(delivery, "not delivered within " + giveUpAfter + "; last: " + later.reason())
                : null;
    }

    private Ended end(Delivery delivery, @Nullable String undeliverable) {
        deliveries.remove(delivery.notification.id());
        return new Ended(delivery.notification, delivery.failures, undeliverable);
    }

    int size() {
        return deliveries.size();
    }

    int underWay() {
        return underWay;
    }
}
