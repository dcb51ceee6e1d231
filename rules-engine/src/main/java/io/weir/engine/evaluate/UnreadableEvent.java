package io.weir.engine.evaluate;

/** An event that could not be read; its message says why, in the words of the stream's declaration. */
public final class UnreadableEvent extends Exception {

    private static final long serialVersionUID = 1L;

    private final String place;

    /** @param place the field's name, or where in the bytes; empty where neither is known */
    public UnreadableEvent(String place, String reason) {
        super(place.isEmpty() ? reason : place + ": " + reason, null, false, false);
        this.place = place;
    }

    public String place() {
        return place;
    }
}
