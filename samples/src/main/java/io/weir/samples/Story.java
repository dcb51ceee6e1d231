package io.weir.samples;

/** Makes up events, one after the other; the same seed and times give the same events. */
public interface Story {

    String topic();

    /** The next event, as JSON. */
    byte[] next(long time);
}
