package io.weir.dsl.format;

/**
 * A comment, from its sign to the end of its line.
 *
 * @param newlines the line ends between it and the token or comment before it; none for one that trails code
 * @param indented whether it stood off the margin
 */
record Comment(String text, int newlines, boolean indented) {

    boolean isTrailing() {
        return newlines == 0;
    }

    boolean isAfterBlankLine() {
        return newlines > 1;
    }

    Comment onItsOwnLine() {
        return isTrailing() ? new Comment(text, 1, indented) : this;
    }
}
