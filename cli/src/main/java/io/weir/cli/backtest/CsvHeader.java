package io.weir.cli.backtest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A CSV's first line: names between commas, quoted or not. */
final class CsvHeader {

    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

    private CsvHeader() {}

    /** @param line bytes as characters, as {@link EventFile.Lines} reads them */
    static List<String> columns(String line) {
        String bare = line.startsWith(BYTE_ORDER_MARK) ? line.substring(BYTE_ORDER_MARK.length()) : line;
        List<String> columns = new ArrayList<>();
        StringBuilder column = new StringBuilder();
        boolean quoted = false;
        for (char c : bare.toCharArray()) {
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
        return new String(column.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).strip();
    }
}
