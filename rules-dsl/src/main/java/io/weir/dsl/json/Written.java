package io.weir.dsl.json;

import java.util.ArrayList;
import java.util.List;

/**
 * A declaration as text.
 *
 * @param starts where each of its pieces begins
 */
record Written(String text, List<Piece> pieces, List<Integer> starts) {

    private static final String LINE = "\n  ";

    static Written of(List<Piece> pieces) {
        Writing writing = new Writing();
        for (int index = 0; index < pieces.size(); index++) {
            boolean comma = index + 1 < pieces.size() && pieces.get(index + 1).isComma();
            writing.add(pieces.get(index), comma);
        }
        return new Written(writing.text.toString().stripTrailing(), pieces, writing.starts);
    }

    /** Where the JSON says what stands there. */
    String pointer(int offset) {
        int index = 0;
        while (index + 1 < starts.size() && starts.get(index + 1) <= offset) {
            index++;
        }
        return pieces.get(index).pointer();
    }

    boolean endsInComment() {
        return !pieces.get(pieces.size() - 1).behind().isEmpty();
    }

    private static final class Writing {

        private final StringBuilder text = new StringBuilder();
        private final List<Integer> starts = new ArrayList<>();
        private List<String> held = List.of();

        void add(Piece piece, boolean beforeComma) {
            above(piece);
            starts.add(text.length());
            text.append(piece.text());
            if (!beforeComma) {
                behind(held);
                behind(piece.behind());
                held = List.of();
            } else {
                held = piece.behind();
            }
        }

        private void above(Piece piece) {
            for (String line : piece.above()) {
                text.append(line.isEmpty() ? "\n" : LINE).append(line);
            }
            if (text.length() > 0) {
                text.append(piece.above().isEmpty() ? " " : LINE);
            }
        }

        private void behind(List<String> comments) {
            for (int index = 0; index < comments.size(); index++) {
                text.append(index == 0 ? "  " : LINE).append(comments.get(index));
            }
            text.append(comments.isEmpty() ? "" : LINE);
        }
    }
}
