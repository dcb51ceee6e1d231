package io.weir.engine.operator;

import io.weir.dsl.contract.Artifact;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ControlCodec;
import io.weir.dsl.contract.ControlRecord;
import io.weir.dsl.contract.ControlState;
import io.weir.engine.evaluate.Lane;
import io.weir.engine.state.ControlMessage;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The control topic as one reader has seen it: each record once, however often it is delivered. */
public final class ControlLog {

    private final Lane lane;
    private final ControlState state = new ControlState();
    private final List<String> problems = new ArrayList<>();
    private long next;

    public ControlLog() {
        this(Lane.EVENTS);
    }

    /** @param lane whose rules are asked for; of others only that they are there is kept, not their texts */
    ControlLog(Lane lane) {
        this.lane = lane;
    }

    /** The record if it is new and of a kind that is known here. */
    public @Nullable ControlRecord apply(ControlMessage message) {
        if (message.offset() < next) {
            return null;
        }
        next = message.offset() + 1;
        if (message.value().length == 0) {
            return null;
        }
        ControlRecord record = read(message);
        if (record != null) {
            state.apply(record instanceof Artifact artifact ? asKept(artifact) : record);
        }
        return record;
    }

    private Artifact asKept(Artifact artifact) {
        String text = artifact.text();
        boolean needed = artifact.id().kind() != ArtifactKind.RULE || text == null || lane.mayHold(text);
        return needed
                ? artifact
                : new Artifact(
                        artifact.id(),
                        artifact.title(),
                        "",
                        null,
                        artifact.schemaId(),
                        artifact.sha256(),
                        artifact.createdBy(),
                        artifact.createdAt());
    }

    private @Nullable ControlRecord read(ControlMessage message) {
        try {
            return ControlCodec.read(message.key(), message.value()).orElse(null);
        } catch (UncheckedIOException broken) {
            problems.add("the control record " + new String(message.key(), StandardCharsets.UTF_8) + " at offset "
                    + message.offset() + " is broken: " + broken.getMessage());
            return null;
        }
    }

    public ControlState state() {
        return state;
    }

    /** The offset from which on records are new. */
    public long next() {
        return next;
    }

    /** The topic was read up to there, though what stands last in it is no record. */
    public void readUpTo(long offset) {
        next = Math.max(next, offset);
    }

    /** Records that could not be read. */
    public List<String> problems() {
        return List.copyOf(problems);
    }
}
