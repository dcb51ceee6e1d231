package io.weir.cli.backtest;

import io.weir.engine.evaluate.Decoders;
import io.weir.engine.evaluate.EventTimeReader;
import io.weir.engine.evaluate.UnreadableEvent;
import io.weir.engine.state.Origin;
import io.weir.engine.state.RawEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The events of one file in its own order; the partition is the file's place among the arguments, the offset the line. */
final class FileEvents {

    /** One for all files, so that their numbers alone order events of one time. */
    private static final String ANY_TOPIC = "files";

    private final Origin origin;
    private final int partition;
    private final EventTimeReader times;
    private final BufferedReader lines;
    private final Progress progress;
    private long line;
    private long reached = Long.MIN_VALUE;

    FileEvents(EventFile file, int partition, ZoneId zone, Progress progress) throws IOException {
        this.origin = new Origin(
                OneRelease.TENANT,
                file.schema().name(),
                ANY_TOPIC,
                file.schema().lateness().toMillis(),
                file.columns());
        this.partition = partition;
        this.times = Decoders.in(zone).timeReader(file.schema(), file.columns().toArray(String[]::new));
        this.progress = progress;
        this.lines = TextLines.open(file.path());
        for (int i = 0; i < file.headerLines(); i++) {
            readLine();
        }
    }

    /** No event of the file from here on is in time before this; the least number before the first. */
    long reached() {
        return reached;
    }

    /** Null at the end. */
    @Nullable
    RawEvent next() {
        String text = readLine();
        while (text != null && text.isBlank()) {
            text = readLine();
        }
        if (text == null) {
            return null;
        }
        RawEvent event = event(TextLines.bytes(text));
        if (event.unreadable() == null) {
            reached = Math.max(reached, event.progress());
        }
        progress.countEvent();
        return event;
    }

    private RawEvent event(byte[] bytes) {
        try {
            return RawEvent.of(origin, partition, line, times.timeOf(bytes), bytes);
        } catch (UnreadableEvent e) {
            return RawEvent.unreadable(origin, partition, line, bytes, String.valueOf(e.getMessage()));
        }
    }

    private @Nullable String readLine() {
        try {
            String text = lines.readLine();
            if (text == null) {
                close();
                return null;
            }
            line++;
            progress.countBytes(text.length() + 1L);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
