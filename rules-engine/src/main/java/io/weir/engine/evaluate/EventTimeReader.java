package io.weir.engine.evaluate;

/** Finds an event's time in its bytes, and nothing else. */
public interface EventTimeReader {

    /** In milliseconds; fails where there is none. */
    long timeOf(byte[] bytes) throws UnreadableEvent;
}
