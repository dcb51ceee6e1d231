package io.weir.benchmarks.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the figures were made on. */
public final class Machine {

    private Machine() {}

    /** Markdown; the commit is told by who started the process. */
    public static String describe(String commit) {
        return "- CPU: " + cpu() + ", " + Runtime.getRuntime().availableProcessors() + " cores\n"
                + "- JVM: " + System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version")
                + ", heap "
                + Runtime.getRuntime().maxMemory() / (1 << 20) + " MB\n"
                + "- Commit: " + commit + "\n";
    }

    private static String cpu() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
