package io.weir.cli.backtest;

import io.weir.engine.state.RawEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The events of several files, each file's in its own order, always from the file that holds event time back: so no event of one
 * file is late because of another, and little waits in memory. {@link MergedWatermarks} builds on that order.
 */
final class MergedEvents implements Iterator<RawEvent>, AutoCloseable {

    private record Place(FileEvents events, int partition) {}

    private final PriorityQueue<Place> files = new PriorityQueue<>(
            Comparator.<Place>comparingLong(place -> place.events.reached()).thenComparingInt(Place::partition));
    private @Nullable RawEvent next;

    MergedEvents(List<EventFile> files, ZoneId zone, Progress progress) {
        try {
            List<Place> places = new ArrayList<>();
            for (int i = 0; i < files.size(); i++) {
                places.add(new Place(new FileEvents(files.get(i), i, zone, progress), i));
            }
            this.files.addAll(places);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        advance();
    }

    private void advance() {
        next = null;
        while (next == null && !files.isEmpty()) {
            Place place = files.remove();
            next = place.events.next();
            if (next != null) {
                files.add(place);
            }
        }
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public RawEvent next() {
        RawEvent event = next;
        if (event == null) {
            throw new NoSuchElementException();
        }
        advance();
        return event;
    }

    /** For whoever does not read to the end. */
    @Override
    public void close() {
        files.forEach(place -> place.events.close());
    }
}
