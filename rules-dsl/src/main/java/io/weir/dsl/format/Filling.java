package io.weir.dsl.format;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills lines with pieces: as many as there is room for, broken at the outermost places first. */
final class Filling {

    static final int WIDTH = 80;

    private final List<Piece> pieces;
    private final List<Line> lines = new ArrayList<>();
    private StringBuilder line = new StringBuilder();
    private boolean atStart = true;
    private int rest = 2;

    private Filling(List<Piece> pieces) {
        this.pieces = pieces;
    }

    static List<Line> lines(List<Piece> pieces) {
        return new Filling(pieces).run();
    }

    private List<Line> run() {
        int from = 0;
        while (from < pieces.size()) {
            int to = from + 1;
            while (to < pieces.size() && !pieces.get(to).beginsLine()) {
                to++;
            }
            if (from > 0) {
                begin(pieces.get(from));
            }
            layout(from, to);
            from = to;
        }
        lines.add(new Line(line.toString(), ""));
        return lines;
    }

    private void begin(Piece piece) {
        Break at = piece.at();
        boolean keepsBlank = at != null && at.keepsBlank() && !lines.isEmpty();
        int comments = at == null ? rest : at.comments();
        newLine(comments);
        piece.trivia().trailing().forEach(comment -> lines.set(lines.size() - 1, last().with(comment.text())));
        for (Comment comment : piece.trivia().own()) {
            blank(keepsBlank && comment.isAfterBlankLine());
            line.append(comment.text());
            newLine(comments);
        }
        blank(keepsBlank
                && piece.trivia().endsInBlankLine()
                && piece.trivia().own().isEmpty());
        line = new StringBuilder(" ".repeat(at == null ? rest : at.indent()));
        rest = at != null && at.isForced() ? at.rest() : rest;
    }

    private Line last() {
        return lines.get(lines.size() - 1);
    }

    private void blank(boolean wanted) {
        if (wanted) {
            lines.add(Line.BLANK);
        }
    }

    private void newLine(int indent) {
        lines.add(new Line(line.toString(), ""));
        line = new StringBuilder(" ".repeat(indent));
        atStart = true;
    }

    /** True where it took more than the line at hand. */
    private boolean layout(int from, int to) {
        int level = fits(from, to) ? Integer.MAX_VALUE : lowestLevel(from, to);
        if (level == Integer.MAX_VALUE) {
            append(from, to);
            return false;
        }
        boolean broken = false;
        boolean any = false;
        for (int start = from; start < to; ) {
            int end = next(start + 1, to, level);
            if (start > from && (broken || !fits(start, end))) {
                newLine(indent(start));
                any = true;
            }
            broken = layout(start, end);
            start = end;
        }
        return any || broken;
    }

    private int indent(int index) {
        Break at = pieces.get(index).at();
        return at == null ? rest : at.indent();
    }

    private int lowestLevel(int from, int to) {
        int lowest = Integer.MAX_VALUE;
        for (int index = from + 1; index < to; index++) {
            lowest = Math.min(lowest, level(pieces.get(index).at()));
        }
        return lowest;
    }

    private int next(int from, int to, int level) {
        int index = from;
        while (index < to && level(pieces.get(index).at()) != level) {
            index++;
        }
        return index;
    }

    private static int level(@Nullable Break at) {
        return at == null ? Integer.MAX_VALUE : at.level();
    }

    private boolean fits(int from, int to) {
        int column = new Line(line.toString(), "").width();
        for (int index = from; index < to; index++) {
            Piece piece = pieces.get(index);
            int gap = atStart && index == from ? 0 : piece.gap();
            if (piece.hangs()) {
                return column <= WIDTH;
            }
            int lineEnd = piece.text().indexOf('\n');
            if (lineEnd >= 0) {
                return column + lineEnd <= WIDTH;
            }
            column += gap + piece.text().codePointCount(0, piece.text().length());
        }
        return column <= WIDTH;
    }

    private void append(int from, int to) {
        for (int index = from; index < to; index++) {
            Piece piece = pieces.get(index);
            line.append(" ".repeat(atStart ? 0 : piece.gap())).append(piece.text());
            atStart = false;
        }
    }
}
