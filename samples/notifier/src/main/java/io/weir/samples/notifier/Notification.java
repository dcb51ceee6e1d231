package io.weir.samples.notifier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * What the endpoint gets: alerts of one group, once. It is journaled before it is first sent and never changes afterwards.
 *
 * @param id a hash of its alerts' ids; the endpoint knows a repetition by it
 * @param alerts their ids
 * @param body sent as it is, each time
 */
record Notification(String id, List<String> alerts, Instant at, String body) {

    Notification {
        alerts = List.copyOf(alerts);
    }

    /** @param alerts of one group, in the order in which they were read */
    static Notification of(List<Alert> alerts, Instant at) {
        List<String> ids = alerts.stream().map(Alert::id).toList();
        String id = hash(String.join("\n", ids));
        return new Notification(id, ids, at, body(id, alerts));
    }

    private static String body(String id, List<Alert> alerts) {
        Alert last = alerts.get(alerts.size() - 1);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("id", id);
        body.put("tenant", last.group().tenant());
        body.put("rule", last.group().rule());
        body.putRawValue("key", new RawValue(last.group().key()));
        body.put("severity", highest(alerts).text());
        body.put("text", last.shown().path("text").asText());
        body.put("count", alerts.size());
        body.put("suppressed", alerts.stream().mapToLong(Alert::suppressed).sum());
        body.put(
                "from",
                alerts.stream().map(Alert::time).min(Comparator.naturalOrder()).orElseThrow());
        body.put(
                "to",
                alerts.stream().map(Alert::time).max(Comparator.naturalOrder()).orElseThrow());
        ArrayNode shown = body.putArray("alerts");
        alerts.forEach(alert -> shown.add(alert.shown()));
        return Json.write(body);
    }

    private static Alert.Severity highest(List<Alert> alerts) {
        return alerts.stream()
                .map(Alert::severity)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
