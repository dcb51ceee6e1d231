package io.weir.cli.roles;

import io.weir.cli.CommandFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The checkpoints and savepoints that Flink has left. */
final class SavedState {

    private static final String COMPLETE = "_metadata";

    private static final Pattern ELSEWHERE = Pattern.compile("(?!file:)[A-Za-z][A-Za-z0-9+.-]+://.*");

    private SavedState() {}

    /**
     * Where a job begins; null: anew.
     *
     * @param named the savepoint that its user wants
     * @param checkpoints where the job keeps its state
     */
    static @Nullable String startingPoint(@Nullable String named, @Nullable Path checkpoints) throws IOException {
        Optional<Path> newest = checkpoints == null ? Optional.empty() : newest(checkpoints);
        if (named == null) {
            return newest.map(SavedState::uri).orElse(null);
        }
        // Flink's other file systems are looked into by Flink alone.
        return ELSEWHERE.matcher(named).matches() ? named : uri(savepoint(named, newest.orElse(null)));
    }

    private static Path savepoint(String named, @Nullable Path newest) {
        Path path = named.startsWith("file:") ? Path.of(URI.create(named)) : Path.of(named);
        Path savepoint = path.endsWith(COMPLETE) ? path.toAbsolutePath().getParent() : path;
        if (savepoint == null || !Files.isRegularFile(savepoint.resolve(COMPLETE))) {
            throw CommandFailure.usage("--from " + named + " is no savepoint: there is no " + COMPLETE + " in it");
        }
        // A process that is started again by its supervisor would go back without anyone noticing.
        if (newest != null && writtenAt(newest.resolve(COMPLETE)) > writtenAt(savepoint.resolve(COMPLETE))) {
            throw CommandFailure.usage("--from " + named + " is older than what --checkpoint-dir has: " + newest
                    + "; leave --from out to go on from there, or name another --checkpoint-dir to go back");
        }
        return savepoint;
    }

    private static String uri(Path savepoint) {
        return savepoint.toUri().toString();
    }

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
