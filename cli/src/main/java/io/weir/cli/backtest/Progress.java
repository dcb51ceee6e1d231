package io.weir.cli.backtest;

import java.util.concurrent.atomic.AtomicLong;

/** How far the files have been read; written by the source, read by whoever shows it. */
final class Progress {

    private final AtomicLong events = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    void countEvent() {
        events.incrementAndGet();
    }

    void countBytes(long count) {
        bytes.addAndGet(count);
    }

    long events() {
        return events.get();
    }

    long bytes() {
        return bytes.get();
    }
}
