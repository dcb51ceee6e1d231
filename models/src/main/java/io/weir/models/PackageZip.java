package io.weir.models;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A package as a zip. Reading trusts nothing that the zip says of itself, its sizes least of all. */
final class PackageZip {
    private static final LocalDateTime STAMP = LocalDateTime.of(2000, 1, 1, 0, 0);

    private PackageZip() {}

    static byte[] write(SortedMap<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(entry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static SortedMap<String, byte[]> read(byte[] bytes) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            return readEntries(zip);
        } catch (MalformedPackageException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The JDK's reader throws unchecked exceptions too for broken names and extra fields.
            throw new MalformedPackageException(
                    ModelProblemCode.ZIP_UNREADABLE,
                    "the zip is broken: " + Excerpt.of(String.valueOf(e.getMessage())),
                    e);
        }
    }

    private static SortedMap<String, byte[]> readEntries(ZipInputStream zip) throws IOException {
        PackageFiles collected = new PackageFiles();
        int entries = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (++entries > 2 * ModelPackage.MAX_FILES) {
                throw new MalformedPackageException(
                        ModelProblemCode.TOO_MANY_FILES, "more than " + ModelPackage.MAX_FILES + " files");
            }
            readEntry(zip, entry, collected);
        }
        if (entries == 0) {
            throw new MalformedPackageException(ModelProblemCode.ZIP_UNREADABLE, "not a zip, or an empty one");
        }
        return collected.files();
    }

    private static void readEntry(ZipInputStream zip, ZipEntry entry, PackageFiles collected) throws IOException {
        // Read what will be left out too: skipping it would unpack it all the same, uncounted.
        byte[] content = zip.readNBytes((int) Math.min(collected.left() + 1, Integer.MAX_VALUE));
        String path = entry.getName();
        if (entry.isDirectory()) {
            PackageFiles.requireSafe(path.substring(0, path.length() - 1));
            collected.count(content.length);
        } else {
            collected.add(path, content);
        }
    }

    private static ZipEntry entry(String path) {
        ZipEntry entry = new ZipEntry(path);
        // Stored as local time; setTime, and any date up to 1980-01-01, would bring in the time zone of the machine.
        entry.setTimeLocal(STAMP);
        return entry;
    }
}
