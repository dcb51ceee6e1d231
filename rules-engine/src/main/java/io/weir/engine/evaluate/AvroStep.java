package io.weir.engine.evaluate;

/** What is done with one value of an Avro event: passed over, or written into a row. It leaves the bytes behind the value. */
interface AvroStep {

    AvroStep NOTHING = (in, row) -> {};

    void run(AvroBytes in, RowWriter row) throws UnreadableEvent;

    /** One of several, as the event says. */
    static AvroStep oneOf(AvroStep[] branches) {
        return (in, row) -> branches[in.readIndex(branches.length)].run(in, row);
    }

    /** One after the other. */
    static AvroStep all(AvroStep[] steps) {
        return (in, row) -> {
            in.enter();
            for (AvroStep step : steps) {
                step.run(in, row);
            }
            in.leave();
        };
    }

    /** All on the same value. */
    static AvroStep each(AvroStep[] steps) {
        return (in, row) -> {
            int from = in.position();
            for (AvroStep step : steps) {
                in.position(from);
                step.run(in, row);
            }
        };
    }
}
