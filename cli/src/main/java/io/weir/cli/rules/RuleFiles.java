package io.weir.cli.rules;

import io.weir.cli.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads packs: files as they are named, folders with all their {@code *.weir} files in the order of their paths. */
public final class RuleFiles {

    private RuleFiles() {}

    public static List<RuleFile> read(List<Path> paths) {
        Set<Path> files = new LinkedHashSet<>();
        paths.forEach(path -> files.addAll(find(path)));
        List<RuleFile> read = new ArrayList<>();
        files.forEach(file -> read.add(new RuleFile(file.toString(), text(file))));
        return read;
    }

    private static List<Path> find(Path path) {
        if (!Files.exists(path)) {
            throw CommandFailure.usage("no such file or folder: " + path);
        }
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> below = Files.walk(path)) {
            List<Path> files = below.filter(file -> file.toString().endsWith(".weir"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw CommandFailure.usage("no *.weir files in " + path);
            }
            return files;
        } catch (IOException | UncheckedIOException e) {
            throw CommandFailure.usage("cannot read " + path + ": " + e.getMessage());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw CommandFailure.problems(file + " is not UTF-8 text");
        } catch (IOException e) {
            throw CommandFailure.usage("cannot read " + file + ": " + e.getMessage());
        }
    }
}
