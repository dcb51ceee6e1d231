package io.weir.engine.operator;

import io.weir.dsl.contract.Alert;
import io.weir.dsl.contract.AlertJson;
import io.weir.dsl.contract.ContractJson;
import io.weir.dsl.contract.EnrichRequest;
import io.weir.dsl.contract.Headers;
import io.weir.dsl.contract.SentEventHeaders;
import io.weir.dsl.contract.StatusReport;
import io.weir.dsl.contract.Topics;
import io.weir.engine.evaluate.Lane;
import io.weir.engine.evaluate.RaisedAlert;
import io.weir.engine.evaluate.Row;
import io.weir.engine.evaluate.SentEvent;
import io.weir.engine.evaluate.UnreadableRow;
import io.weir.engine.state.OutRecord;
import io.weir.engine.state.OutRecord.Header;
import io.weir.engine.state.RawEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the operators have to say, as records for Kafka. */
final class Records {

    private static final Header SPEC_VERSION = new Header("ce_specversion", "1.0");
    private static final Header TYPE = new Header("ce_type", "io.weir.alert.v1");
    private static final Header SCHEMA = new Header("ce_dataschema", AlertJson.SCHEMA);
    private static final Header ABOUT_ALERTS = new Header("ce_about", "alerts");
    private static final Header JSON = new Header("content-type", "application/json");

    private final String engine;
    private final Topics topics;
    private final Lane lane;

    /** @param lane whose rules raise the alerts */
    Records(String engine, Topics topics, Lane lane) {
        this.lane = lane;
        this.engine = engine;
        this.topics = topics;
    }

    /** An alert as a CloudEvent in Kafka's binary mode: the context in headers, the alert's JSON as it is. */
    OutRecord alert(RaisedAlert raised) {
        Alert alert = raised.alert();
        String topic = raised.topic() == null ? topics.alerts() : raised.topic();
        return new OutRecord(topic, utf8(raised.recordKey()), AlertJson.write(alert), context(alert));
    }

    private List<Header> context(Alert alert) {
        List<Header> headers = new ArrayList<>(List.of(
                SPEC_VERSION,
                TYPE,
                SCHEMA,
                JSON,
                new Header("ce_id", alert.id()),
                new Header("ce_source", "/weir/" + alert.tenant() + "/" + alert.engine()),
                new Header("ce_subject", printable(alert.rule()))));
        String time = AlertJson.time(alert.time());
        // RFC 3339 knows four digits of a year: a reader would refuse the whole record for an event with a wild time.
        if (time.charAt(4) == '-') {
            headers.add(new Header("ce_time", time));
        }
        if (lane == Lane.ALERTS) {
            headers.add(ABOUT_ALERTS);
        }
        return headers;
    }

    /** CloudEvents takes no control characters; a rule's name may have a line break. */
    private static String printable(String name) {
        boolean clean = name.chars().noneMatch(Character::isISOControl);
        return clean ? name : name.replaceAll("\\p{Cntrl}|[\\x{80}-\\x{9F}]", " ");
    }

    /** An event that a rule sends. */
    OutRecord event(SentEvent event) {
        String key = event.recordKey();
        List<Header> headers = List.of(
                JSON,
                new Header(Headers.TENANT, event.tenant()),
                new Header(Headers.ENGINE, engine),
                new Header(SentEventHeaders.RULE, event.rule()),
                new Header(SentEventHeaders.REVISION, Integer.toString(event.revision())),
                new Header(SentEventHeaders.TIME, AlertJson.time(event.time())));
        return new OutRecord(event.topic(), key == null ? null : utf8(key), event.json(), headers);
    }

    OutRecord enrichRequest(EnrichRequest request) {
        return new OutRecord(topics.enrichRequests(), utf8(request.id()), ContractJson.write(request), List.of(JSON));
    }

    OutRecord late(RawEvent event, String reason) {
        return new OutRecord(topics.late(), null, event.value(), origin(event, reason));
    }

    /** The row alone has arrived here, not the event's bytes: they are found by the coordinates. */
    OutRecord late(String tenant, String topic, Row row, String reason) {
        return new OutRecord(
                topics.late(), null, new byte[0], origin(tenant, topic, row.partition(), row.offset(), reason));
    }

    OutRecord deadLetter(RawEvent event, String reason) {
        return new OutRecord(topics.deadLetter(), null, event.value(), origin(event, reason));
    }

    OutRecord deadLetter(String tenant, UnreadableRow row) {
        List<Header> origin = origin(tenant, row.topic(), row.partition(), row.offset(), row.reason());
        return new OutRecord(topics.deadLetter(), null, row.value(), origin);
    }

    OutRecord status(StatusReport report) {
        return new OutRecord(topics.status(), utf8(report.key()), ContractJson.write(report), List.of());
    }

    private List<Header> origin(RawEvent event, String reason) {
        return origin(event.origin().tenant(), event.origin().topic(), event.partition(), event.offset(), reason);
    }

    private List<Header> origin(String tenant, String topic, int partition, long offset, String reason) {
        return List.of(
                new Header(Headers.REASON, reason),
                new Header(Headers.TENANT, tenant),
                new Header(Headers.ENGINE, engine),
                new Header(Headers.TOPIC, topic),
                new Header(Headers.PARTITION, Integer.toString(partition)),
                new Header(Headers.OFFSET, Long.toString(offset)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
