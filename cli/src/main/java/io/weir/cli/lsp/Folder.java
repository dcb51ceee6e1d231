package io.weir.cli.lsp;

import io.weir.dsl.Pack;
import io.weir.dsl.Source;
import io.weir.dsl.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder whose rule files are one pack, and what its editor has been told of it. */
final class Folder {

    private static final Logger LOG = LoggerFactory.getLogger(Folder.class);
    private static final String RULES = ".weir";

    private final @Nullable Path root;
    private final Pack pack = new Pack();
    private final Map<String, List<Diagnostic>> told = new HashMap<>();

    /** Takes whatever diagnostics of a source have changed. */
    interface Listener {
        void changed(String source, String text, List<Diagnostic> diagnostics);
    }

    private Folder(@Nullable Path root) {
        this.root = root;
    }

    /** With all rule files below that folder, as `weir check` reads them, but for hidden folders and node_modules. */
    static Folder of(Path root) {
        Folder folder = new Folder(root);
        folder.readAll();
        return folder;
    }

    /** For a text that is in no folder of the workspace: it stands alone. */
    static Folder alone() {
        return new Folder(null);
    }

    @Nullable
    Path root() {
        return root;
    }

    Pack pack() {
        return pack;
    }

    static boolean isRules(Path path) {
        return path.toString().endsWith(RULES);
    }

    void set(String source, String text) {
        pack.set(new Source(source, text));
    }

    /** Reads a file again, or forgets it if it is gone. */
    void read(Path path) {
        try {
            if (Files.isRegularFile(path)) {
                set(path.toString(), Files.readString(path));
                return;
            }
        } catch (IOException e) {
            LOG.warn("cannot read {}: {}", path, e.getMessage());
        }
        pack.remove(path.toString());
    }

    boolean contains(String source) {
        return pack.text(source) != null;
    }

    /** Says what has changed since it was last asked. */
    void tell(Listener listener) {
        Set<String> gone = new HashSet<>(told.keySet());
        for (String source : pack.sources()) {
            gone.remove(source);
            List<Diagnostic> found = pack.diagnostics(source);
            List<Diagnostic> before = told.put(source, found);
            if (before == null ? !found.isEmpty() : !before.equals(found)) {
                listener.changed(source, String.valueOf(pack.text(source)), found);
            }
        }
        for (String source : gone) {
            if (!told.getOrDefault(source, List.of()).isEmpty()) {
                listener.changed(source, "", List.of());
            }
            told.remove(source);
        }
    }

    /** Takes back all that was said. */
    void silence(Listener listener) {
        told.forEach((source, diagnostics) -> {
            if (!diagnostics.isEmpty()) {
                listener.changed(source, "", List.of());
            }
        });
        told.clear();
    }

    private void readAll() {
        if (root == null) {
            return;
        }
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    String name = String.valueOf(directory.getFileName());
                    boolean left = !directory.equals(root) && (name.startsWith(".") || name.equals("node_modules"));
                    return left ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (isRules(file)) {
                        read(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            LOG.warn("cannot read {}: {}", root, e.getMessage());
        }
    }
}
