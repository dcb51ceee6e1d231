package io.weir.cli.roles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The checkpoints that Flink has left in a directory. */
final class SavedState {

    private static final String COMPLETE = "_metadata";

    private SavedState() {}

    /** The newest that is complete. */
    static Optional<Path> newest(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.find(directory, 3, (file, any) -> file.endsWith(COMPLETE))) {
            return files.max(Comparator.comparing(SavedState::writtenAt)).map(Path::getParent);
        }
    }

    private static long writtenAt(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException gone) {
            // Flink drops old checkpoints while it runs; one that is gone is not the newest.
            return Long.MIN_VALUE;
        }
    }
}
