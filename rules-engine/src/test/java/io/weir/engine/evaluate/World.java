package io.weir.engine.evaluate;

import io.weir.dsl.Compilation;
import io.weir.dsl.Declaration;
import io.weir.dsl.Environment;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.contract.AlertJson;
import io.weir.dsl.contract.Artifact;
import io.weir.dsl.contract.ArtifactId;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ArtifactName;
import io.weir.dsl.contract.ArtifactState;
import io.weir.dsl.contract.Change;
import io.weir.dsl.contract.ControlState;
import io.weir.dsl.contract.Release;
import io.weir.dsl.contract.StatusReport.RuleStatus;
import io.weir.engine.contract.AlertSchema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A control topic, a route task and an evaluate task in one thread, for tests. Rows must come in order, unless it evaluates on arrival. */
final class World implements RouteSink {

    static final String TENANT = "acme";

    final ControlState control = new ControlState();
    final EpochCompiler routeSide;
    final EpochCompiler evaluateSide;
    final Router router;
    final KeyEvaluator evaluator;
    final Map<Key, KeyState> states = new HashMap<>();
    private final Map<Key, ChunksInMemory> chunks = new HashMap<>();
    final List<RaisedAlert> alerts = new ArrayList<>();
    final List<SentEvent> sent = new ArrayList<>();
    private final Map<Long, Epoch> routed = new HashMap<>();
    private final Map<Long, Epoch> evaluated = new HashMap<>();
    private final boolean storesState;
    private Environment environment = Environment.EMPTY;
    private long offset;
    private @Nullable Long passed;
    /** What the rows that were sent, and what the test let pass, have come to. */
    private long time = Long.MIN_VALUE;

    World() {
        this(false, (model, signature) -> inputs -> inputs[0]);
    }

    /** @param storesState whether each key's state goes through its bytes after each row */
    World(boolean storesState, Scorers scorers) {
        this(storesState, scorers, Tables.empty());
    }

    World(boolean storesState, Scorers scorers, Tables tables) {
        this(storesState, scorers, tables, RuleLimits.DEFAULT, System::nanoTime);
    }

    World(boolean storesState, Scorers scorers, Tables tables, RuleLimits limits, LongSupplier nanos) {
        this.storesState = storesState;
        router = new Router("test", limits, nanos);
        evaluator = new KeyEvaluator("test", limits, nanos);
        routeSide = new EpochCompiler(Lane.EVENTS, scorers, tables);
        evaluateSide = new EpochCompiler(Lane.EVENTS, scorers, tables);
    }

    /** From now on rows are evaluated on arrival; up to that event time everything has happened. */
    void passOnArrival(long time) {
        passed = time;
        passTo(time);
    }

    /** Publishes all declarations of a text. */
    Epoch publish(@Nullable Long effectiveFrom, String text) {
        Compilation compiled = RuleCompiler.compile(environment, List.of(new Source("test.weir", text)));
        if (!compiled.ok()) {
            throw new IllegalArgumentException(compiled.diagnostics().toString());
        }
        environment = compiled.environment();
        List<Change> changes = new ArrayList<>();
        for (Declaration declaration : compiled.declarations()) {
            changes.add(write(declaration.kind(), declaration.slug(), declaration.text(), null));
        }
        return release(effectiveFrom, changes);
    }

    /** Writes an artifact's next revision, unchecked. */
    Change write(ArtifactKind kind, String name, @Nullable String text, byte @Nullable [] content) {
        int revision = control.newestRevision(TENANT, new ArtifactName(kind, name)) + 1;
        int schemaId = kind == ArtifactKind.STREAM ? control.highestSchemaId() + 1 : 0;
        ArtifactId id = new ArtifactId(TENANT, kind, name, revision);
        control.apply(new Artifact(id, name, text, content, schemaId, "", "ann", Instant.EPOCH));
        return new Change(kind, name, revision, ArtifactState.LIVE);
    }

    Epoch release(@Nullable Long effectiveFrom, List<Change> changes) {
        long epoch = control.epoch(TENANT) + 1;
        control.apply(new Release(
                TENANT, epoch, epoch - 1, "ann", Instant.EPOCH, "", effectiveFrom, Release.Mode.AS_OF, changes, "w"));
        Release release = control.release(TENANT, epoch);
        routed.put(epoch, routeSide.compile(control, release));
        evaluated.put(epoch, evaluateSide.compile(control, release));
        return routed.get(epoch);
    }

    Epoch release(@Nullable Long effectiveFrom, ArtifactKind kind, String name, ArtifactState state) {
        int revision = control.newestRevision(TENANT, new ArtifactName(kind, name));
        return release(effectiveFrom, List.of(new Change(kind, name, revision, state)));
    }

    /** Evaluates one event of a stream, by the epoch of its time; answers the alerts that it raises. */
    List<RaisedAlert> send(String stream, String json) {
        byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        int before = alerts.size();
        long time =
                decode(stream(routed.get(control.epoch(TENANT)), stream), bytes).time();
        send(stream, time, declared -> decode(declared, bytes), bytes);
        return alerts.subList(before, alerts.size());
    }

    /** Evaluates one event of a stream, by the epoch of its time; one before the first is passed over. */
    void send(String stream, long time, Function<EpochStream, Row> row, byte[] raw) {
        this.time = Math.max(this.time, time);
        long number = control.epoch(TENANT);
        while (number > 0 && routed.get(number).effectiveFrom() > time) {
            number--;
        }
        if (number > 0) {
            router.route(routed.get(number), row.apply(stream(routed.get(number), stream)), raw, this);
        }
        offset++;
    }

    private static EpochStream stream(Epoch epoch, String name) {
        return epoch.streams().stream()
                .filter(each -> each.schema().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Row decode(EpochStream stream, byte[] bytes) {
        try {
            return Decoders.in(ZoneOffset.UTC)
                    .decoder(stream.schema(), stream.schemaId())
                    .decode(bytes, 0, offset);
        } catch (UnreadableEvent e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void routed(RoutedRow row) {
        KeyState state = states.computeIfAbsent(row.key(), any -> new KeyState());
        state.chunks(chunks(row.key()));
        long clock = passed == null ? row.row().time() : passed;
        evaluator.evaluate(this::epochAt, evaluated.get(row.epoch()), row, state, clock, this);
        if (storesState) {
            states.put(row.key(), stored(state, chunks(row.key())));
        }
    }

    private ChunksInMemory chunks(Key key) {
        return chunks.computeIfAbsent(key, any -> new ChunksInMemory());
    }

    static KeyState stored(KeyState state, Chunks chunks) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            KeyStateCodec.write(state, new DataOutputStream(bytes));
            KeyState read = KeyStateCodec.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
            read.chunks(chunks);
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void outcome(Outcome outcome) {
        if (outcome instanceof RaisedAlert alert) {
            AlertSchema.requireDocumented(AlertJson.write(alert.alert()));
            alerts.add(alert);
        } else {
            sent.add((SentEvent) outcome);
        }
    }

    private @Nullable Epoch epochAt(long time) {
        for (long number = control.epoch(TENANT); number > 0; number--) {
            if (evaluated.get(number).effectiveFrom() <= time) {
                return evaluated.get(number);
            }
        }
        return null;
    }

    /** Lets event time pass, with the timers that the keys ask for. */
    void passTo(long time) {
        this.time = Math.max(this.time, time);
        for (Map.Entry<Key, KeyState> entry : List.copyOf(states.entrySet())) {
            KeyState state = entry.getValue();
            while (!state.isEmpty() && wake(state) <= time) {
                evaluator.expire(this::epochAt, entry.getKey(), state, wake(state), this);
            }
            if (state.isEmpty()) {
                states.remove(entry.getKey());
            }
        }
    }

    private static long wake(KeyState state) {
        return Math.min(state.nextDue(), state.nextExpiry());
    }

    long time() {
        return time;
    }

    int chunks() {
        return chunks.values().stream().mapToInt(ChunksInMemory::size).sum();
    }

    /** Of all keys: numbers, events, marks and chunks. */
    int entries() {
        return chunks() + states.values().stream().mapToInt(KeyState::entries).sum();
    }

    RuleStatus status(String rule) {
        return evaluateSide.statuses(time).stream()
                .filter(status -> status.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    RuleStatus routeStatus(String rule) {
        return routeSide.statuses(time).stream()
                .filter(status -> status.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }
}
