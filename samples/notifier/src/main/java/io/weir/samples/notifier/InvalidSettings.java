package io.weir.samples.notifier;

/** The command line says what cannot be. USER: see --help. */
final class InvalidSettings extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidSettings(String problem) {
        super(problem);
    }
}
