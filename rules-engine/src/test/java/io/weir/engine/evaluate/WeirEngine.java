package io.weir.engine.evaluate;

import io.weir.dsl.contract.Alert;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.Change;
import io.weir.dsl.contract.ContractJson;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.TablePlan;
import io.weir.engine.naive.Engine;
import io.weir.engine.naive.Event;
import io.weir.engine.naive.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The real evaluation, as what may be compared with another one: publishes a world's rules, then sends its events in order. */
public final class WeirEngine implements Engine {

    static final Comparator<Event> ORDER = Comparator.comparingLong(Event::time)
            .thenComparing(Event::topic)
            .thenComparing(Event::partition)
            .thenComparing(Event::offset);

    private final boolean storesState;
    /** How far the watermark lies behind the newest event, on arrival; null for ordered evaluation. */
    private final @Nullable Long lag;

    /** @param storesState whether each key's state goes through its bytes after each row */
    public WeirEngine(boolean storesState) {
        this(storesState, null);
    }

    private WeirEngine(boolean storesState, @Nullable Long lag) {
        this.storesState = storesState;
        this.lag = lag;
    }

    /** One that evaluates a world's events as they come, the watermark so far behind the newest. */
    static WeirEngine onArrival(boolean storesState, long lag) {
        return new WeirEngine(storesState, lag);
    }

    @Override
    public List<Outcome> run(io.weir.engine.naive.World told) {
        World world = new World(
                storesState,
                (model, signature) -> inputs -> told.scores().getOrDefault(signature.name(), 0.0),
                (tenant, table) -> filled(tenant, table, told));
        publish(told, world);
        if (lag == null) {
            told.events().stream()
                    .filter(event -> event.time() <= told.end())
                    .sorted(ORDER)
                    .forEach(event -> send(event, world));
        } else {
            arrive(told, lag, world);
        }
        world.passTo(told.end());
        List<Outcome> outcomes = new ArrayList<>();
        world.alerts.forEach(raised -> outcomes.add(of(raised)));
        world.sent.forEach(sent -> outcomes.add(of(sent)));
        return outcomes;
    }

    private static void arrive(io.weir.engine.naive.World told, long lag, World world) {
        world.passOnArrival(Long.MIN_VALUE);
        long newest = 0;
        for (Event event : told.events()) {
            if (event.time() <= told.end()) {
                send(event, world);
                newest = Math.max(newest, event.time());
                world.passOnArrival(newest - lag - 1);
            }
        }
        world.passOnArrival(told.end());
    }

    private static void publish(io.weir.engine.naive.World told, World world) {
        List<Change> outside = new ArrayList<>();
        told.scores().keySet().forEach(model -> outside.add(world.write(ArtifactKind.MODEL, model, null, new byte[0])));
        told.lists()
                .forEach((list, entries) ->
                        outside.add(world.write(ArtifactKind.ENTRIES, list, null, ContractJson.write(entries))));
        world.release(told.liveFrom() == 0 ? null : told.liveFrom(), outside);
        Epoch epoch = world.publish(told.liveFrom() == 0 ? null : told.liveFrom(), told.text());
        if (!epoch.quarantined().isEmpty()) {
            throw new IllegalStateException(epoch.quarantined().toString());
        }
    }

    private static TableStore filled(String tenant, TablePlan table, io.weir.engine.naive.World told) {
        TableStore store = new TableStore(tenant, table);
        TableRowDecoder decoder = new TableRowDecoder(table, ZoneOffset.UTC);
        for (io.weir.engine.naive.World.TableRow row : told.tables().getOrDefault(table.name(), List.of())) {
            Map<String, Object> values = new HashMap<>();
            for (int i = 0; i < table.keys().size(); i++) {
                values.put(table.keys().get(i).name(), row.keys().get(i));
            }
            if (row.columns() != null) {
                values.putAll(row.columns());
            }
            try {
                store.put(decoder.of(values, row.validFrom()));
            } catch (UnreadableEvent e) {
                throw new IllegalArgumentException(e);
            }
        }
        return store;
    }

    private static void send(Event event, World world) {
        world.send(event.stream(), event.time(), stream -> row(event, stream), raw(event));
    }

    /** What a route passes on is known by its place. */
    private static byte[] raw(Event event) {
        return event.coordinates().getBytes(StandardCharsets.UTF_8);
    }

    private static Row row(Event event, EpochStream stream) {
        StreamSchema schema = stream.schema();
        RowWriter writer = new RowWriter(stream.schemaId(), schema.fields().size()).begin();
        event.fields().forEach((field, value) -> writer.setValue(schema.slotOf(field), value));
        writer.setLong(schema.timeSlot(), event.time());
        return writer.finish(event.partition(), event.offset(), event.time());
    }

    private static Outcome of(RaisedAlert raised) {
        Alert alert = raised.alert();
        return new Outcome(
                Outcome.Kind.ALERT,
                alert.rule(),
                alert.time(),
                new ArrayList<>(alert.key().values()),
                alert.severity(),
                alert.text(),
                raised.topic(),
                alert.values(),
                alert.suppressed(),
                null);
    }

    private static Outcome of(SentEvent sent) {
        return new Outcome(
                sent.name() == null ? Outcome.Kind.ROUTE : Outcome.Kind.EMIT,
                sent.rule(),
                sent.time(),
                List.of(),
                null,
                sent.name() == null ? "" : sent.name(),
                sent.topic(),
                sent.name() == null ? Map.of() : sent.fields(),
                0,
                sent.name() == null ? new String(sent.json(), StandardCharsets.UTF_8) : null);
    }
}
