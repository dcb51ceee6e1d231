package io.weir.cli.rules;

import io.weir.cli.CommandFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What another program pipes in. */
final class Stdin {

    private Stdin() {}

    /** All of it. */
    static String text() {
        try {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw CommandFailure.usage("cannot read stdin: " + e.getMessage());
        }
    }
}
