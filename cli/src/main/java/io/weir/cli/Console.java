package io.weir.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes: data to {@code out}, all else to {@code err}.
 *
 * @param outTerminal whether a person reads {@code out}
 * @param errTerminal whether a person reads {@code err}
 * @param colour whether terminals get colours
 */
public record Console(PrintWriter out, PrintWriter err, boolean outTerminal, boolean errTerminal, boolean colour) {

    /** The process's own streams; the script `weir` says which of them are terminals. */
    static Console ofProcess() {
        return new Console(
                writer(new FileOutputStream(FileDescriptor.out)),
                writer(new FileOutputStream(FileDescriptor.err)),
                Boolean.getBoolean("weir.terminal.out"),
                Boolean.getBoolean("weir.terminal.err"),
                System.getenv("NO_COLOR") == null);
    }

    static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    public boolean outColour() {
        return colour && outTerminal;
    }

    public boolean errColour() {
        return colour && errTerminal;
    }

    /** A line for the reader of {@code err}. */
    public void say(String line) {
        err.println(line);
    }
}
