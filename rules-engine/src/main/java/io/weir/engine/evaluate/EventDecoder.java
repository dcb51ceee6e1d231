package io.weir.engine.evaluate;

/** Makes rows of one stream's events. */
public interface EventDecoder {

    /** Fails where the bytes are no such event: not readable, a field of another type, a required field missing. */
    Row decode(byte[] bytes, int partition, long offset) throws UnreadableEvent;
}
