package io.weir.samples.notifier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Alerts that wait for others of their group, so that a burst is one notification. A group's first alert opens its window; the window's
 * end, or too many alerts, closes it.
 */
final class Groups {

    static final int MOST_BYTES = 400_000;

    private final Duration window;
    private final int mostAlerts;
    private final Map<Alert.Group, Open> open = new LinkedHashMap<>();
    private final List<Notification> full = new ArrayList<>();

    private static final class Open {
        final List<Alert> alerts = new ArrayList<>();
        final Instant end;
        int bytes;

        Open(Instant end) {
            this.end = end;
        }
    }

    Groups(Duration window, int mostAlerts) {
        this.window = window;
        this.mostAlerts = mostAlerts;
    }

    void add(Alert alert, Instant now) {
        Open group = open.get(alert.group());
        if (group != null && group.bytes + alert.size() > MOST_BYTES) {
            close(alert.group(), now);
            group = null;
        }
        if (group == null) {
            group = new Open(now.plus(window));
            open.put(alert.group(), group);
        }
        group.alerts.add(alert);
        group.bytes += alert.size();
        if (group.alerts.size() >= mostAlerts) {
            close(alert.group(), now);
        }
    }

    private void close(Alert.Group name, Instant now) {
        Open group = open.remove(name);
        if (group != null) {
            full.add(Notification.of(group.alerts, now));
        }
    }

    /** What is to be sent now. */
    List<Notification> closed(Instant now) {
        List<Notification> closed = new ArrayList<>(full);
        full.clear();
        // In the order in which the windows were opened, so that the first that is still open ends the search.
        for (Iterator<Open> groups = open.values().iterator(); groups.hasNext(); ) {
            Open group = groups.next();
            if (group.end.isAfter(now)) {
                break;
            }
            closed.add(Notification.of(group.alerts, now));
            groups.remove();
        }
        return closed;
    }

    int size() {
        return open.size() + full.size();
    }
}
