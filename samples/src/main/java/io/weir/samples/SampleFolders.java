package io.weir.samples;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the stories' folders of the source tree. */
public final class SampleFolders {

    private SampleFolders() {}

    /** From the property {@code weir.home}, which the script `weir` sets, else upwards from the working directory. */
    public static Path root() {
        String home = System.getProperty("weir.home");
        Path start = Path.of(home == null ? "" : home).toAbsolutePath();
        for (Path directory = start; directory != null; directory = directory.getParent()) {
            Path samples = directory.resolve("samples");
            if (Files.isDirectory(samples.resolve("card-fraud"))) {
                return samples;
            }
        }
        throw new IllegalStateException("No samples/ at or above " + start + " (OPERATOR: run from a source tree)");
    }

    public static Path story(String name) {
        return root().resolve(name);
    }
}
