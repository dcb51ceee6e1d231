package io.weir.dsl;

/**
 * A text to compile.
 *
 * @param name what diagnostics call it: a file's path
 */
public record Source(String name, String text) {}
