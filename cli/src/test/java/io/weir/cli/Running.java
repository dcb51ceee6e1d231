package io.weir.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A command that runs beside the test. */
public final class Running implements AutoCloseable {

    private static final int STILL = -1;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Thread thread;
    private volatile int exitCode = STILL;

    private Running(String... arguments) {
        Console console = new Console(Console.writer(out), Console.writer(err), false, false, false);
        thread = new Thread(() -> exitCode = Weir.run(console, arguments), "weir " + arguments[0]);
    }

    public static Running weir(String... arguments) {
        Running running = new Running(arguments);
        running.thread.start();
        return running;
    }

    public boolean ended() {
        return exitCode != STILL;
    }

    public int exitCode() {
        return exitCode;
    }

    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
