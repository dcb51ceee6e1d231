package io.weir.admin.store;

import org.jspecify.annotations.Nullable;

/** A topic is there but not as it must be, or cannot be there. */
public final class UnusableTopicException extends StoreException {

    private static final long serialVersionUID = 1L;

    private final String topic;

    UnusableTopicException(String topic, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.topic = topic;
    }

    public String topic() {
        return topic;
    }
}
