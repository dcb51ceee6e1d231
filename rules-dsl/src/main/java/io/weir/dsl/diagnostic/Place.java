package io.weir.dsl.diagnostic;

/**
 * Where something stands in a file.
 *
 * @param line the whole first line, for showing
 */
public record Place(String file, Position from, Position to, String line) {

    @Override
    public String toString() {
        return file + ":" + from.line() + ":" + from.column();
    }
}
