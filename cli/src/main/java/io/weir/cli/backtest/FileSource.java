package io.weir.cli.backtest;

import io.weir.engine.state.RawEvent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.lib.util.IteratorSourceEnumerator;
import org.apache.flink.api.connector.source.lib.util.IteratorSourceReader;
import org.apache.flink.api.connector.source.lib.util.IteratorSourceSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Hands Flink the merged events of a run in this very process: they are opened where they are asked for, known by the run's id. It
 * keeps no state, for a backtest that fails is run again.
 */
final class FileSource implements Source<RawEvent, FileSource.Run, Collection<FileSource.Run>>, AutoCloseable {

    private static final long serialVersionUID = 1L;

    private static final Map<String, Supplier<MergedEvents>> RUNS = new ConcurrentHashMap<>();

    private final String id = UUID.randomUUID().toString();

    FileSource(Supplier<MergedEvents> events) {
        RUNS.put(id, events);
    }

    @Override
    public void close() {
        RUNS.remove(id);
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SourceReader<RawEvent, Run> createReader(SourceReaderContext context) {
        return new IteratorSourceReader<>(context);
    }

    @Override
    public SplitEnumerator<Run, Collection<Run>> createEnumerator(SplitEnumeratorContext<Run> context) {
        return new IteratorSourceEnumerator<>(context, List.of(new Run(id)));
    }

    @Override
    public SplitEnumerator<Run, Collection<Run>> restoreEnumerator(
            SplitEnumeratorContext<Run> context, Collection<Run> checkpoint) {
        return new IteratorSourceEnumerator<>(context, checkpoint);
    }

    @Override
    public SimpleVersionedSerializer<Run> getSplitSerializer() {
        return new RunSerializer();
    }

    @Override
    public SimpleVersionedSerializer<Collection<Run>> getEnumeratorCheckpointSerializer() {
        return new RunsSerializer();
    }

    /** The one split: all files of a run. */
    record Run(String id) implements IteratorSourceSplit<RawEvent, MergedEvents> {

        @Override
        public String splitId() {
            return id;
        }

        @Override
        public MergedEvents getIterator() {
            Supplier<MergedEvents> events = RUNS.get(id);
            if (events == null) {
                throw new IllegalStateException("The backtest " + id + " does not run in this process");
            }
            return events.get();
        }

        @Override
        public IteratorSourceSplit<RawEvent, MergedEvents> getUpdatedSplitForIterator(MergedEvents iterator) {
            return this;
        }
    }

    private static final class RunSerializer implements SimpleVersionedSerializer<Run> {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(Run run) {
            return run.id.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Run deserialize(int version, byte[] bytes) {
            return new Run(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private static final class RunsSerializer implements SimpleVersionedSerializer<Collection<Run>> {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(Collection<Run> runs) {
            return String.join("\n", runs.stream().map(Run::id).toList()).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Collection<Run> deserialize(int version, byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .map(Run::new)
                    .toList();
        }
    }
}
