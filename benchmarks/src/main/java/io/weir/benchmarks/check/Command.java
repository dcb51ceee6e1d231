package io.weir.benchmarks.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line as its user starts it: a process of its own, with the flags of the script. */
final class Command {

    private Command() {}

    /** Milliseconds from the start of the process to its end. */
    static double millis(int expectedExit, String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseParallelGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "io.weir.cli.Weir"));
        words.addAll(Arrays.asList(arguments));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != expectedExit) {
            process.destroyForcibly();
            throw new IllegalStateException(
                    "weir " + String.join(" ", arguments) + " did not end with " + expectedExit);
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
