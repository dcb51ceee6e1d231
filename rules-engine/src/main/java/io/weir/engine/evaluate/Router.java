package io.weir.engine.evaluate;

/** Finds the keys that a row concerns, and evaluates the rules that have none. */
public final class Router {

    /** @param engine the name that alerts carry */
    public Router(String engine) {}

    /** The row was decoded with the epoch's schema of its stream, and belongs to that epoch. */
    public void route(Epoch epoch, Row row, RouteSink sink) {
        throw new UnsupportedOperationException();
    }

    /** How many times a row lacked a field of a key, since the start. */
    public long missingKeys() {
        return 0;
    }
}
