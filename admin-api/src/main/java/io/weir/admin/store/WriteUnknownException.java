package io.weir.admin.store;

/** Kafka went away in the middle of a write: it may stand or not. USER: look at what is live before writing again. */
public final class WriteUnknownException extends StoreException {

    private static final long serialVersionUID = 1L;

    private final String writeId;

    WriteUnknownException(String writeId, Throwable cause) {
        super("Kafka did not say whether write " + writeId + " stands", cause);
        this.writeId = writeId;
    }

    /** What the records carry, should they stand. */
    public String writeId() {
        return writeId;
    }
}
