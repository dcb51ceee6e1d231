package io.weir.cli.backtest;

import io.weir.cli.CommandFailure;
import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.Format;
import io.weir.dsl.plan.StreamSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file of one stream's events.
 *
 * @param columns of a CSV, from its header; empty for JSON lines
 */
record EventFile(Path path, StreamSchema schema, List<String> columns) {

    /** Looks into the file: whether it is JSON lines or CSV, and whether a CSV has the columns that it needs. */
    static EventFile open(StreamSchema schema, Path path) {
        if (!Files.isRegularFile(path)) {
            throw CommandFailure.usage("no such file: " + path);
        }
        try (BufferedReader lines = TextLines.open(path)) {
            String first = lines.readLine();
            Format format = format(path, first);
            List<String> columns = format == Format.CSV ? columns(schema, first == null ? "" : first) : List.of();
            EventFile file = new EventFile(path, schema, columns);
            file.check();
            return file;
        } catch (IOException e) {
            throw CommandFailure.usage("cannot read " + path + ": " + e.getMessage());
        }
    }

    long bytes() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw CommandFailure.usage("cannot read " + path + ": " + e.getMessage());
        }
    }

    /** Lines before the first event. */
    int headerLines() {
        return columns.isEmpty() ? 0 : 1;
    }

    private static Format format(Path path, @Nullable String first) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return Format.CSV;
        }
        boolean json =
                first == null || first.stripLeading().startsWith("{") || name.matches(".*\\.(json|jsonl|ndjson)");
        return json ? Format.JSON : Format.CSV;
    }

    /** A header may name a field by its own name or by where it stands in the event. */
    private static List<String> columns(StreamSchema schema, String header) {
        List<String> columns = CsvHeader.columns(header);
        return columns.stream()
                .map(column -> {
                    int slot = schema.slotOf(column);
                    String place = slot < 0 ? column : column(schema.fields().get(slot));
                    return columns.contains(place) ? column : place;
                })
                .toList();
    }

    private void check() {
        if (schema.format() == Format.CSV && columns.isEmpty()) {
            throw CommandFailure.problems(
                    path + " holds JSON lines, but the rules declare " + schema.name() + " `as csv`");
        }
        if (columns.isEmpty()) {
            return;
        }
        List<String> missing = schema.fields().stream()
                .filter(field -> !field.nullable())
                .map(EventFile::column)
                .filter(column -> !columns.contains(column))
                .toList();
        if (!missing.isEmpty()) {
            throw CommandFailure.problems(path + ":1: the header has no column " + String.join(", ", missing)
                    + ", which " + schema.name() + " needs; it has " + String.join(", ", columns));
        }
    }

    private static String column(Field field) {
        return String.join(".", field.path());
    }
}
