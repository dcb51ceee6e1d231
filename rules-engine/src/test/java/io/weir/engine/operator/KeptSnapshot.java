package io.weir.engine.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.dsl.Compilation;
import io.weir.dsl.contract.ContractJson;
import io.weir.dsl.contract.ControlRecord;
import io.weir.dsl.plan.StreamSchema;
import io.weir.engine.OperatorIds;
import io.weir.engine.publish.Publisher;
import io.weir.engine.state.OutRecord;
import io.weir.engine.state.RawEvent;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.jobgraph.OperatorID;

/**
 * What a released version had in its state in the middle of a pack's events, in Flink's own form of a savepoint; the events that were
 * still to come; and what comes of them. It is written once, by that version, and read by all later ones.
 */
final class KeptSnapshot {

    /** A folder for each version, in it one for each pack. */
    static final Path VERSIONS = Path.of("src/test/resources/snapshots");

    private static final String STATE = "_metadata";
    private static final String PACK = "pack.weir";
    private static final String TO_COME = "to-come.jsonl";
    private static final String EXPECTED = "expected.jsonl";
    /** So many wait for the watermark when the snapshot is taken. */
    private static final int WAITING = 2;

    private final Path folder;
    private final Compilation pack;
    private final List<ControlRecord> known;

    private KeptSnapshot(Path folder) throws IOException {
        Publisher publisher = new Publisher("default");
        this.folder = folder;
        this.pack = PackEvents.compiled(folder.resolve(PACK));
        this.known = publisher.released(publisher.draft(Files.readString(folder.resolve(PACK))), null);
    }

    /** Those of all versions. */
    static List<Path> all() throws IOException {
        try (var files = Files.find(VERSIONS, 3, (file, any) -> file.endsWith(STATE))) {
            return files.map(Path::getParent).sorted().toList();
        }
    }

    /** Keeps what this version has in the middle of that pack; what was kept before stays as it is. */
    static void write(Path pack, String version) throws Exception {
        String name = pack.getFileName().toString().replace(".weir", "");
        Path folder = VERSIONS.resolve(version).resolve(name);
        if (!Files.exists(folder)) {
            Files.createDirectories(folder);
            Files.copy(pack, folder.resolve(PACK));
            new KeptSnapshot(folder).write();
        }
    }

    private void write() throws Exception {
        List<RawEvent> events = PackEvents.of(pack);
        int cut = events.size() / 2;
        Files.write(
                folder.resolve(TO_COME),
                events.subList(cut, events.size()).stream()
                        .map(KeptSnapshot::line)
                        .toList());
        try (Pipeline pipeline = Pipeline.start(known)) {
            for (int i = 0; i < cut; i++) {
                pipeline.event(events.get(i));
                pipeline.watermark(events.get(Math.max(0, i - WAITING)).time() - 1);
            }
            int before = pipeline.out().size();
            save(pipeline.snapshot(1));
            play(pipeline, events.subList(cut, events.size()));
            List<OutRecord> after =
                    pipeline.out().subList(before, pipeline.out().size());
            Files.write(folder.resolve(EXPECTED), lines(after));
        }
    }

    private void save(Pipeline.Snapshot snapshot) throws IOException {
        CheckpointMetadata savepoint = new CheckpointMetadata(
                1,
                List.of(state(OperatorIds.ROUTE, snapshot.route()), state(OperatorIds.EVALUATE, snapshot.evaluate())),
                List.of());
        try (OutputStream out = Files.newOutputStream(folder.resolve(STATE))) {
            Checkpoints.storeCheckpointMetadata(savepoint, out);
        }
    }

    private static OperatorState state(String name, OperatorSubtaskState state) {
        byte[] id = Arrays.copyOf(name.getBytes(StandardCharsets.UTF_8), 16);
        OperatorState whole = new OperatorState(name, name, new OperatorID(id), 1, 1);
        whole.putState(0, state);
        return whole;
    }

    static KeptSnapshot read(Path folder) throws IOException {
        return new KeptSnapshot(folder);
    }

    private Pipeline.Snapshot saved() throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(folder.resolve(STATE)))) {
            CheckpointMetadata savepoint =
                    Checkpoints.loadCheckpointMetadata(in, KeptSnapshot.class.getClassLoader(), folder.toString());
            return new Pipeline.Snapshot(state(savepoint, OperatorIds.ROUTE), state(savepoint, OperatorIds.EVALUATE));
        }
    }

    private static OperatorSubtaskState state(CheckpointMetadata savepoint, String name) {
        return savepoint.getOperatorStates().stream()
                .filter(state -> state.getOperatorUid().orElseThrow().equals(name))
                .findFirst()
                .orElseThrow()
                .getState(0);
    }

    /** What was expected when it was written, as JSON. */
    List<JsonNode> expected() throws IOException {
        return read(Files.readAllLines(folder.resolve(EXPECTED)));
    }

    /** What this version makes of it. */
    List<JsonNode> today() throws Exception {
        List<RawEvent> toCome = new ArrayList<>();
        for (JsonNode line : read(Files.readAllLines(folder.resolve(TO_COME)))) {
            StreamSchema stream = Objects.requireNonNull(
                    pack.environment().streams().get(line.path("stream").asText()));
            toCome.add(PackEvents.event(
                    stream,
                    line.path("offset").asLong(),
                    line.path("time").asLong(),
                    line.path("event").toString()));
        }
        try (Pipeline pipeline = Pipeline.restore(known, saved())) {
            play(pipeline, toCome);
            return read(lines(pipeline.out()));
        }
    }

    private static void play(Pipeline pipeline, List<RawEvent> events) throws Exception {
        for (RawEvent event : events) {
            pipeline.event(event);
            pipeline.watermark(event.time() - 1);
        }
        pipeline.watermark(Long.MAX_VALUE - 1);
    }

    private static String line(RawEvent event) {
        ObjectNode line = ContractJson.MAPPER.createObjectNode();
        line.put("stream", event.origin().stream())
                .put("offset", event.offset())
                .put("time", event.time());
        line.set("event", ContractJson.read(event.value(), JsonNode.class));
        return line.toString();
    }

    private static List<String> lines(List<OutRecord> records) {
        return records.stream()
                .map(record -> ContractJson.MAPPER
                        .createObjectNode()
                        .put("topic", record.topic())
                        .<ObjectNode>set("value", ContractJson.read(record.value(), JsonNode.class))
                        .toString())
                .sorted()
                .toList();
    }

    private static List<JsonNode> read(List<String> lines) {
        return lines.stream()
                .map(line -> ContractJson.read(line.getBytes(StandardCharsets.UTF_8), JsonNode.class))
                .toList();
    }
}
