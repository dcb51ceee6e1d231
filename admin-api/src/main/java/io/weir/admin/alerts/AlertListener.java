package io.weir.admin.alerts;

import java.io.IOException;

/** Takes what a tail finds; an {@link IOException} says that nobody listens any more. */
public interface AlertListener {

    /**
     * Where the tail stands before its first alert.
     *
     * @param position where to resume
     */
    void begins(String position) throws IOException;

    /**
     * @param position where to resume after this alert
     * @param json the alert as on its topic
     */
    void alert(String position, byte[] json) throws IOException;

    /** Now and then, so that a listener that is gone is noticed. */
    void quiet() throws IOException;
}
