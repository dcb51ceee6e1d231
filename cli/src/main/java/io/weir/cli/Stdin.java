package io.weir.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What another program pipes in. */
public final class Stdin {

    private Stdin() {}

    /** All of it. */
    public static String text() {
        try {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw CommandFailure.usage("cannot read stdin: " + e.getMessage());
        }
    }
}
