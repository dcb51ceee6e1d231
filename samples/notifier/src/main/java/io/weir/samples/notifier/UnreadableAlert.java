package io.weir.samples.notifier;

/** A record that calls itself an alert and is none. */
final class UnreadableAlert extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableAlert(String reason) {
        super(reason);
    }
}
