package io.weir.samples.notifier;

import io.weir.samples.notifier.Offsets.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which alerts are on their way and which are settled, by id: no alert gets into two notifications. */
final class Ledger {

    /** Of alerts on their way: where they, and later copies of them, stand. */
    private final Map<String, List<Origin>> open = new HashMap<>();

    private final Map<String, Settled> settled = new LinkedHashMap<>();
    private final Set<String> settledAlerts = new HashSet<>();

    /** A notification that was delivered, or given up. */
    record Settled(String notification, List<String> alerts, Instant at) {}

    /** What an alert's id tells. */
    enum Known {
        NEW,
        ON_ITS_WAY,
        SETTLED
    }

    Known take(String alert, Origin origin) {
        if (settledAlerts.contains(alert)) {
            return Known.SETTLED;
        }
        List<Origin> origins = open.get(alert);
        if (origins != null) {
            origins.add(origin);
            return Known.ON_ITS_WAY;
        }
        open.put(alert, new ArrayList<>(List.of(origin)));
        return Known.NEW;
    }

    /** From the journal: on its way since before the start. */
    void onItsWay(Notification notification) {
        notification.alerts().forEach(alert -> open.putIfAbsent(alert, new ArrayList<>()));
    }

    /** Answers where the alerts stand that are settled by it. */
    List<Origin> settle(Settled outcome) {
        List<Origin> origins = new ArrayList<>();
        for (String alert : outcome.alerts()) {
            origins.addAll(open.getOrDefault(alert, List.of()));
            open.remove(alert);
        }
        settled.put(outcome.notification(), outcome);
        settledAlerts.addAll(outcome.alerts());
        return origins;
    }

    /** Forgets what was settled before that time; answers the notifications' ids. */
    List<String> forget(Instant before) {
        List<String> forgotten = new ArrayList<>();
        for (Iterator<Settled> oldest = settled.values().iterator(); oldest.hasNext(); ) {
            Settled each = oldest.next();
            if (!each.at().isBefore(before)) {
                break;
            }
            oldest.remove();
            each.alerts().forEach(settledAlerts::remove);
            forgotten.add(each.notification());
        }
        return forgotten;
    }

    int entries() {
        return open.size() + settled.size() + settledAlerts.size();
    }
}
