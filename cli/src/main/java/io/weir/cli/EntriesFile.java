package io.weir.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file with the entries of a list: a JSON array, or an entry a line. */
public final class EntriesFile {

    private EntriesFile() {}

    /** The entries as JSON. Lines without anything on them are none. */
    public static byte[] read(Path file) {
        String text = text(file);
        return text.stripLeading().startsWith("[") ? text.getBytes(StandardCharsets.UTF_8) : ofLines(text);
    }

    private static String text(Path file) {
        try {
            String text = Files.readString(file);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (MalformedInputException e) {
            throw CommandFailure.usage(file + " is no text in UTF-8");
        } catch (IOException e) {
            throw CommandFailure.usage("cannot read " + file + ": " + e.getMessage());
        }
    }

    private static byte[] ofLines(String text) {
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(entries::add);
        return entries.toString().getBytes(StandardCharsets.UTF_8);
    }
}
