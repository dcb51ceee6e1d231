package io.weir.cli.backtest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of lines, each byte a character: a line that is no UTF-8 is then unreadable on its own, and keeps no other from being read. */
final class TextLines {

    private static final int BUFFER = 1 << 16;
    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

    private TextLines() {}

    static BufferedReader open(Path path) throws IOException {
        BufferedReader lines = new BufferedReader(
                new InputStreamReader(Files.newInputStream(path), StandardCharsets.ISO_8859_1), BUFFER);
        char[] first = new char[BYTE_ORDER_MARK.length()];
        lines.mark(first.length);
        int read = lines.read(first);
        if (read < first.length || !BYTE_ORDER_MARK.equals(new String(first))) {
            lines.reset();
        }
        return lines;
    }

    static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String decoded(String text) {
        return new String(bytes(text), StandardCharsets.UTF_8);
    }
}
