package io.weir.admin.store;

/** A record does not fit on the control topic; nothing was written. USER: publish less at once. */
public final class RecordTooLargeException extends StoreException {

    private static final long serialVersionUID = 1L;

    RecordTooLargeException(String key) {
        super("The record " + key + " is larger than the control topic takes", null);
    }
}
