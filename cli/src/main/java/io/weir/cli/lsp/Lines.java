package io.weir.cli.lsp;

import io.weir.dsl.diagnostic.Span;
import java.util.Arrays;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** A text by lines and UTF-16 units, as the protocol counts: lines end with LF, CR LF, or CR alone. */
final class Lines {

    private final String text;
    private final int[] starts;

    Lines(String text) {
        this.text = text;
        this.starts = starts(text);
    }

    private static int[] starts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean end = c == '\n' || (c == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n'));
            if (end) {
                starts = count == starts.length ? Arrays.copyOf(starts, count * 2) : starts;
                starts[count++] = at + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    /** A place that is beyond the end of its line, or of the text, means that end. */
    int offset(Position position) {
        if (position.getLine() >= starts.length) {
            return text.length();
        }
        int start = starts[Math.max(0, position.getLine())];
        return Math.min(start + Math.max(0, position.getCharacter()), end(position.getLine()));
    }

    private int end(int line) {
        int end = line + 1 < starts.length ? starts[line + 1] : text.length();
        while (end > starts[line] && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }

    Position position(int offset) {
        int at = Math.min(Math.max(0, offset), text.length());
        int found = Arrays.binarySearch(starts, at);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line, at - starts[line]);
    }

    Range range(Span span) {
        return new Range(position(span.start()), position(span.end()));
    }

    Range whole() {
        return range(new Span(0, text.length()));
    }
}
