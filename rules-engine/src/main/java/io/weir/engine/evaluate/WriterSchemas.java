package io.weir.engine.evaluate;

import org.apache.avro.Schema;

/** The schemas that Avro events were written with, by the numbers that the events carry. */
public interface WriterSchemas {

    /**
     * May wait. Fails with {@link UnreadableEvent} where there is no such schema, and with something else where that cannot be told
     * now: the event is then neither good nor bad.
     */
    Schema numbered(int id) throws UnreadableEvent;
}
