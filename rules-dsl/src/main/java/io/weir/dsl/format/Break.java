package io.weir.dsl.format;

/**
 * Where a line begins before a token.
 *
 * @param level 0 where it must begin; otherwise lines that are too long are broken at the lowest level first
 * @param comments the indentation of comments before it
 * @param rest where a line begins that a comment behind it forces
 * @param keepsBlank whether one blank line before it stays
 */
record Break(int level, int indent, int comments, int rest, boolean keepsBlank) {

    static Break must(int indent, int rest) {
        return new Break(0, indent, indent, rest, false);
    }

    /** For what closes a block that is indented by two. */
    static Break closing() {
        return new Break(0, 0, 2, 2, false);
    }

    static Break field() {
        return new Break(0, 2, 2, 4, true);
    }

    static Break may(int level, int indent) {
        return new Break(level, indent, indent, indent, false);
    }

    boolean isForced() {
        return level == 0;
    }
}
