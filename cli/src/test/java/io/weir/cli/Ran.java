package io.weir.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What a command left behind. */
record Ran(int exitCode, String out, String err) {

    static Ran weir(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(Console.writer(out), Console.writer(err), false, false, false);
        int exitCode = Weir.run(console, arguments);
        return new Ran(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
