package io.weir.models;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a model directory as flink-ml wrote it, unmodified: relative path (parts joined by {@code /}) to bytes.
 *
 * <pre>{@code
 * ModelPackage fraud = ModelPackage.ofDirectory(Path.of("fraud-model"));
 * ModelPackage same = ModelPackage.ofZip(fraud.toZip());
 * fraud.sha256().equals(same.sha256()); // the hash is of the content, not of the zip
 * }</pre>
 *
 * <p>Files whose name starts with a dot are left out. Two packages are equal when their hashes are.
 */
public final class ModelPackage {
    /** The sum of all files, unpacked. */
    public static final long MAX_BYTES = 64L << 20;

    public static final int MAX_FILES = 1_000;

    private static final int MAX_DEPTH = 16;

    private final SortedMap<String, byte[]> files;
    private final long size;
    private final String sha256;

    private ModelPackage(SortedMap<String, byte[]> files) {
        this.files = files;
        this.size = files.values().stream().mapToLong(bytes -> bytes.length).sum();
        this.sha256 = ContentHash.of(files);
    }

    /** Throws {@link MalformedPackageException} for an unsafe path and beyond the limits. */
    public static ModelPackage ofFiles(Map<String, byte[]> files) {
        PackageFiles collected = new PackageFiles();
        new TreeMap<>(files).forEach((path, bytes) -> collected.add(path, bytes.clone()));
        return new ModelPackage(collected.files());
    }

    /** Reads a directory. Throws {@link MalformedPackageException} beyond the limits. */
    public static ModelPackage ofDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new IOException(directory + " is not a directory");
        }
        PackageFiles collected = new PackageFiles();
        for (Path file : regularFiles(directory)) {
            String path = slashed(directory.relativize(file));
            if (!PackageFiles.isHidden(path)) {
                collected.reserve(Files.size(file));
                collected.add(path, Files.readAllBytes(file));
            }
        }
        return new ModelPackage(collected.files());
    }

    /** Reads a zip from outside. Throws {@link MalformedPackageException} for anything unsafe or beyond the limits. */
    public static ModelPackage ofZip(byte[] zip) {
        return new ModelPackage(PackageZip.read(zip));
    }

    /** A zip of the files: the same content always gives the same bytes. */
    public byte[] toZip() {
        return PackageZip.write(files);
    }

    public Set<String> paths() {
        return Set.copyOf(files.keySet());
    }

    /** A copy of one file; null where there is none. */
    public byte @Nullable [] file(String path) {
        byte[] bytes = files.get(path);
        return bytes == null ? null : bytes.clone();
    }

    /** The sum of all files in bytes, unpacked. */
    public long size() {
        return size;
    }

    /** SHA-256 in hex over paths and contents, whatever the order or packing they arrived in. */
    public String sha256() {
        return sha256;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ModelPackage that && sha256.equals(that.sha256);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    @Override
    public String toString() {
        return "ModelPackage[" + files.size() + " files, " + size + " bytes, sha256 " + sha256 + "]";
    }

    private static List<Path> regularFiles(Path directory) throws IOException {
        try (Stream<Path> walk = Files.walk(directory, MAX_DEPTH, FileVisitOption.FOLLOW_LINKS)) {
            return walk.filter(Files::isRegularFile)
                    .sorted()
                    .limit(MAX_FILES + 1L)
                    .toList();
        }
    }

    private static String slashed(Path relative) {
        return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
    }
}
