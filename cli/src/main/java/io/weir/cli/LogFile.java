package io.weir.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where this process logs in full: one file a command, written anew each time. log4j2.xml reads the property. */
public final class LogFile {

    private static final String PROPERTY = "weir.log.file";

    private LogFile() {}

    /** To be called before anything logs. */
    static void choose(String[] arguments) {
        if (System.getProperty(PROPERTY) == null) {
            String command = arguments.length == 0 ? "weir" : arguments[0].replaceAll("[^a-z]", "");
            System.setProperty(PROPERTY, directory().resolve(command + ".log").toString());
        }
    }

    public static Path path() {
        return Path.of(
                System.getProperty(PROPERTY, directory().resolve("weir.log").toString()));
    }

    private static Path directory() {
        String home = System.getProperty("weir.home");
        if (home != null && Files.isWritable(Path.of(home))) {
            return Path.of(home, ".weir", "logs");
        }
        return Path.of(System.getProperty("java.io.tmpdir"), "weir-logs");
    }
}
