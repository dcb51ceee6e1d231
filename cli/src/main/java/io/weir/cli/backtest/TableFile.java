package io.weir.cli.backtest;

import io.weir.cli.CommandFailure;
import io.weir.dsl.plan.TablePlan;
import io.weir.engine.evaluate.TableRowDecoder;
import io.weir.engine.evaluate.UnreadableEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The rows of a table as JSON lines. They are few and all of them count, so one that cannot be read ends the run. */
final class TableFile {

    private TableFile() {}

    static List<byte[]> rows(TablePlan table, Path file, ZoneId zone) {
        TableRowDecoder decoder = new TableRowDecoder(table, zone);
        List<byte[]> rows = new ArrayList<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (!line.isBlank()) {
                byte[] row = line.getBytes(StandardCharsets.UTF_8);
                try {
                    decoder.decode(row);
                } catch (UnreadableEvent e) {
                    throw CommandFailure.problems(file + ":" + number + ": " + e.getMessage());
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw CommandFailure.usage("cannot read " + file + ": " + e.getMessage());
        }
    }
}
