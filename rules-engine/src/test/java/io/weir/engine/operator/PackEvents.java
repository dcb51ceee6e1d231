package io.weir.engine.operator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.dsl.Compilation;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.contract.AlertJson;
import io.weir.dsl.contract.ContractJson;
import io.weir.dsl.plan.BuiltIn;
import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.GeoPoint;
import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.TestPlan;
import io.weir.engine.state.Origin;
import io.weir.engine.state.RawEvent;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The events of all tests in a pack, as the route operator takes them. */
final class PackEvents {

    private PackEvents() {}

    static Compilation compiled(Path pack) throws IOException {
        return RuleCompiler.compile(List.of(new Source(pack.getFileName().toString(), Files.readString(pack))));
    }

    /** As if all tests were one; by time, offsets as in the text. */
    static List<RawEvent> of(Compilation pack) {
        List<RawEvent> events = new ArrayList<>();
        for (TestPlan test : pack.tests()) {
            for (TestPlan.Row row : test.rows()) {
                for (int i = 0; i < row.times(); i++) {
                    events.add(event(row, row.at() + i * row.every().toMillis(), events.size()));
                }
            }
        }
        events.sort(Comparator.comparingLong(RawEvent::time));
        return events;
    }

    private static RawEvent event(TestPlan.Row row, long at, long offset) {
        StreamSchema stream = row.stream();
        ObjectNode json = ContractJson.MAPPER.createObjectNode();
        for (Field field : stream.fields()) {
            Object value = field == stream.fields().get(stream.timeSlot())
                    ? time(stream, at)
                    : row.values().get(field.name());
            if (value != null) {
                put(json, field.path(), value);
            }
        }
        return event(stream, offset, at, json.toString());
    }

    private static Object time(StreamSchema stream, long at) {
        return BuiltIn.isAlerts(stream) ? AlertJson.time(at) : Long.valueOf(at);
    }

    static RawEvent event(StreamSchema stream, long offset, long at, String json) {
        long lateness = BuiltIn.isAlerts(stream)
                ? WatchedAlerts.ANY_LATENESS
                : stream.lateness().toMillis();
        Origin origin = new Origin("default", stream.name(), stream.topic(), lateness);
        return RawEvent.of(origin, 0, offset, at, json.getBytes(StandardCharsets.UTF_8));
    }

    private static void put(ObjectNode json, List<String> path, Object value) {
        ObjectNode place = json;
        for (String step : path.subList(0, path.size() - 1)) {
            place = place.withObjectProperty(step);
        }
        String name = path.get(path.size() - 1);
        if (value instanceof List<?> list) {
            ArrayNode array = place.putArray(name);
            list.forEach(array::addPOJO);
        } else if (value instanceof MoneyAmount money) {
            place.put(name, money.amount());
        } else if (value instanceof GeoPoint geo) {
            place.putObject(name).put("lat", geo.latitude()).put("lon", geo.longitude());
        } else if (value instanceof BigDecimal number) {
            place.put(name, number);
        } else {
            place.putPOJO(name, value);
        }
    }
}
