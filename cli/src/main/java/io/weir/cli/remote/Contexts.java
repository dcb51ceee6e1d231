package io.weir.cli.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.weir.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Servers that this user has logged in to, with their keys: one file that he alone can read, {@code ~/.config/weir/contexts.json}.
 *
 * @param current what commands talk to where nothing else is said; null for none
 */
public record Contexts(@Nullable String current, Map<String, Context> contexts) {

    /** For tests, and whoever keeps several: where the file is. */
    static final String PROPERTY = "weir.contexts";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * A server, and how to talk to it.
     *
     * @param tenant null for the one that the key opens, or the default one
     */
    public record Context(
            String server, String key, @Nullable String tenant) {}

    public Contexts {
        contexts = new TreeMap<>(contexts);
    }

    public static Contexts read() {
        Path file = file();
        try {
            return JSON.readValue(Files.readAllBytes(file), Contexts.class);
        } catch (NoSuchFileException none) {
            return new Contexts(null, Map.of());
        } catch (JsonProcessingException e) {
            throw CommandFailure.usage(file + " is not what weir wrote there; remove it, then `weir login` again");
        } catch (IOException e) {
            throw CommandFailure.usage("cannot read " + file + ": " + e.getMessage());
        }
    }

    static Path file() {
        String set = System.getProperty(PROPERTY);
        if (set != null) {
            return Path.of(set);
        }
        String config = System.getenv("XDG_CONFIG_HOME");
        Path home = config == null || config.isBlank()
                ? Path.of(System.getProperty("user.home"), ".config")
                : Path.of(config);
        return home.resolve("weir").resolve("contexts.json");
    }

    /** The context of that name; fails where there is none. */
    Context named(String name) {
        Context context = contexts.get(name);
        if (context == null) {
            throw CommandFailure.usage("no context is named '" + name + "'"
                    + (contexts.isEmpty()
                            ? "; `weir login` makes one"
                            : ", only " + String.join(", ", contexts.keySet())));
        }
        return context;
    }

    /** One for that server, the current one before others; null where nobody has logged in to it. */
    @Nullable
    Context forServer(String server) {
        Context first = current == null ? null : contexts.get(current);
        if (first != null && first.server().equals(server)) {
            return first;
        }
        return contexts.values().stream()
                .filter(context -> context.server().equals(server))
                .findFirst()
                .orElse(null);
    }

    public Contexts with(String name, Context context) {
        Map<String, Context> all = new TreeMap<>(contexts);
        all.put(name, context);
        return new Contexts(current, all);
    }

    public Contexts without(String name) {
        Map<String, Context> all = new TreeMap<>(contexts);
        all.remove(name);
        return new Contexts(name.equals(current) ? null : current, all);
    }

    Contexts withCurrent(String name) {
        return new Contexts(name, contexts);
    }

    /** All or nothing: a file that is cut short would lose every key. */
    public void save() {
        Path file = file().toAbsolutePath();
        Path folder = file.getParent();
        try {
            Files.createDirectories(folder);
            Path written = Files.createTempFile(folder, ".contexts", ".json", forOwner());
            Files.write(written, JSON.writeValueAsBytes(this));
            move(written, file);
        } catch (IOException e) {
            throw CommandFailure.usage("cannot write " + file + ": " + e.getMessage());
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static FileAttribute<?>[] forOwner() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
