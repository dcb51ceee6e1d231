package io.weir.dsl.format;

/**
 * A line of the result; a long text in it may hold further line ends.
 *
 * @param comment what trails it; empty for nothing
 */
record Line(String text, String comment) {

    static final Line BLANK = new Line("", "");

    int width() {
        return text.codePointCount(text.lastIndexOf('\n') + 1, text.length());
    }

    Line with(String trailing) {
        return new Line(text, trailing);
    }

    /** As it stands in the file, its comment not left of a column. */
    String written(int column) {
        return comment.isEmpty() ? text : text + " ".repeat(Math.max(2, column - width())) + comment;
    }
}
