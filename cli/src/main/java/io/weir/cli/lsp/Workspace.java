package io.weir.cli.lsp;

import io.weir.dsl.Pack;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The folders and the open documents of an editor. A document belongs to the innermost folder that it is in; the text in the
 * editor counts before the one on the disk. For one thread at a time.
 */
final class Workspace {

    private final List<Folder> folders = new ArrayList<>();
    private final Map<String, Document> open = new HashMap<>();
    private final Map<String, Folder> alone = new HashMap<>();
    private final Map<String, String> uris = new HashMap<>();
    private final Folder.Listener listener;

    /** A document's pack, and the name that it has there. */
    record Member(Pack pack, String source, Lines lines) {}

    Workspace(Folder.Listener listener) {
        this.listener = listener;
    }

    void addFolder(String uri) {
        Path root = path(uri);
        if (root != null && folders.stream().noneMatch(folder -> root.equals(folder.root()))) {
            folders.add(Folder.of(root));
            folders.sort(Comparator.comparing((Folder folder) -> -depth(folder)));
            new ArrayList<>(alone.keySet()).forEach(this::closeAlone);
            open.values().forEach(this::put);
        }
    }

    void removeFolder(String uri) {
        Path root = path(uri);
        List<Folder> gone = folders.stream()
                .filter(folder -> folder.root() != null && folder.root().equals(root))
                .toList();
        gone.forEach(folder -> folder.silence(listener));
        folders.removeAll(gone);
        open.values().forEach(this::put);
    }

    private static int depth(Folder folder) {
        return folder.root() == null ? 0 : folder.root().getNameCount();
    }

    void open(Document document) {
        open.put(document.uri(), document);
        uris.put(name(document), document.uri());
        put(document);
    }

    void close(String uri) {
        Document document = open.remove(uri);
        if (document == null) {
            return;
        }
        Path path = document.path();
        Folder folder = path == null ? null : inner(path);
        if (path == null || folder == null) {
            closeAlone(uri);
        } else {
            folder.read(path);
        }
    }

    /** Something happened to a file on the disk. */
    void changed(String uri) {
        Path path = path(uri);
        boolean isOpen = open.values().stream()
                .anyMatch(document -> document.path() != null && document.path().equals(path));
        Folder folder = path == null || !Folder.isRules(path) || isOpen ? null : inner(path);
        if (path != null && folder != null) {
            folder.read(path);
        }
    }

    @Nullable
    Member member(String uri) {
        Document document = open.get(uri);
        Path path = document == null ? path(uri) : document.path();
        Folder folder = path == null ? null : inner(path);
        folder = folder == null ? alone.get(uri) : folder;
        String source = path == null ? uri : path.toString();
        String text = folder == null ? null : folder.pack().text(source);
        return text == null || folder == null ? null : new Member(folder.pack(), source, new Lines(text));
    }

    /** Says what has changed in all folders. */
    void tell() {
        folders.forEach(folder -> folder.tell(listener));
        alone.values().forEach(folder -> folder.tell(listener));
    }

    /** How the editor writes where that source is. */
    String uri(String source) {
        String known = uris.get(source);
        return known == null ? Path.of(source).toUri().toString() : known;
    }

    private void put(Document document) {
        Folder folder = document.path() == null ? null : inner(document.path());
        if (folder == null) {
            folder = alone.computeIfAbsent(document.uri(), any -> Folder.alone());
        }
        folder.set(name(document), document.text());
    }

    private static String name(Document document) {
        return document.path() == null ? document.uri() : document.path().toString();
    }

    private void closeAlone(String uri) {
        Folder folder = alone.remove(uri);
        if (folder != null) {
            folder.silence(listener);
        }
    }

    private @Nullable Folder inner(Path path) {
        return folders.stream()
                .filter(folder -> folder.root() != null && path.startsWith(folder.root()))
                .findFirst()
                .orElse(null);
    }

    /** Null for what is in no file. */
    static @Nullable Path path(String uri) {
        try {
            URI parsed = URI.create(uri);
            return "file".equals(parsed.getScheme())
                    ? Path.of(parsed).toAbsolutePath().normalize()
                    : null;
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return null;
        }
    }
}
