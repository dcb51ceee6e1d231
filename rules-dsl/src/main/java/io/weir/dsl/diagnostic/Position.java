package io.weir.dsl.diagnostic;

/**
 * A point of a text.
 *
 * @param offset in UTF-16 units from the start of the text
 * @param line from 1
 * @param column from 1, in characters as a reader counts them (code points)
 * @param unit the UTF-16 units before it on its line, as editors count
 */
public record Position(int offset, int line, int column, int unit) {}
