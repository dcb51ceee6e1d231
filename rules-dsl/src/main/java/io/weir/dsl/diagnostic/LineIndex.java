package io.weir.dsl.diagnostic;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Finds the line and column of an offset. */
final class LineIndex {

    private final String file;
    private final String text;
    private final int[] starts;
    private final @Nullable String[] lines;

    LineIndex(String file, String text) {
        this.file = file;
        this.text = text;
        this.starts = starts(text);
        this.lines = new String[starts.length];
    }

    Place place(Span span) {
        Position from = position(span.start());
        return new Place(file, from, position(Math.max(span.start(), span.end())), line(from.line() - 1));
    }

    private Position position(int offset) {
        int at = Math.min(offset, text.length());
        int found = Arrays.binarySearch(starts, at);
        int line = found >= 0 ? found : -found - 2;
        int start = starts[line];
        return new Position(at, line + 1, text.codePointCount(start, at) + 1, at - start);
    }

    // Kept, so that many problems of one long line share one copy of it.
    private String line(int line) {
        String known = lines[line];
        if (known == null) {
            known = cut(line);
            lines[line] = known;
        }
        return known;
    }

    private String cut(int line) {
        int end = line + 1 < starts.length ? starts[line + 1] - 1 : text.length();
        String cut = text.substring(starts[line], end);
        return cut.endsWith("\r") ? cut.substring(0, cut.length() - 1) : cut;
    }

    private static int[] starts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = at + 1;
        }
        return Arrays.copyOf(starts, count);
    }
}
