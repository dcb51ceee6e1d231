package io.weir.models;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Collects the files of a package and holds the limits: whatever gets in here is safe to keep, hash and unpack. */
final class PackageFiles {
    private static final int MAX_PATH = 240;
    private static final Pattern UNSAFE = Pattern.compile("^/|\\\\|^[A-Za-z]:|[\\p{Cntrl}]|(^|/)\\.{0,2}(/|$)");

    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private long bytes;

    static boolean isHidden(String path) {
        return path.startsWith(".") || path.contains("/.");
    }

    static void requireSafe(String path) {
        if (path.length() > MAX_PATH || UNSAFE.matcher(path).find()) {
            throw new MalformedPackageException(
                    ModelProblemCode.PATH_UNSAFE,
                    "the path \"" + Excerpt.of(path) + "\" is not a plain relative path of at most " + MAX_PATH
                            + " characters");
        }
    }

    SortedMap<String, byte[]> files() {
        return files;
    }

    /** Keeps the file, unless it is hidden; either way its bytes count. */
    void add(String path, byte[] content) {
        requireSafe(path);
        count(content.length);
        if (isHidden(path)) {
            return;
        }
        if (files.size() == ModelPackage.MAX_FILES) {
            throw new MalformedPackageException(
                    ModelProblemCode.TOO_MANY_FILES, "more than " + ModelPackage.MAX_FILES + " files");
        }
        if (files.putIfAbsent(path, content) != null) {
            throw new MalformedPackageException(
                    ModelProblemCode.PATH_DUPLICATE, "the file \"" + Excerpt.of(path) + "\" is there twice");
        }
    }

    void count(long more) {
        reserve(more);
        bytes += more;
    }

    /** How many bytes may still come. */
    long left() {
        return ModelPackage.MAX_BYTES - bytes;
    }

    /** Throws when so many bytes more would be too many. */
    void reserve(long more) {
        if (more > left()) {
            throw new MalformedPackageException(
                    ModelProblemCode.TOO_LARGE, "more than " + (ModelPackage.MAX_BYTES >> 20) + " MiB unpacked");
        }
    }
}
