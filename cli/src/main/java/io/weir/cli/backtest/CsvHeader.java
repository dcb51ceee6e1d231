package io.weir.cli.backtest;

import java.util.ArrayList;
import java.util.List;

/** A CSV's first line: names between commas, quoted or not. */
final class CsvHeader {

    private CsvHeader() {}

    /** @param line bytes as characters, as {@link TextLines} reads them */
    static List<String> columns(String line) {
        List<String> columns = new ArrayList<>();
        StringBuilder column = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                columns.add(name(column));
                column.setLength(0);
            } else {
                column.append(c);
            }
        }
        columns.add(name(column));
        return columns;
    }

    private static String name(StringBuilder column) {
        return TextLines.decoded(column.toString()).strip();
    }
}
