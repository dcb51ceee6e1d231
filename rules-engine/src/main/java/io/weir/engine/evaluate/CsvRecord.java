package io.weir.engine.evaluate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One record of a CSV, split as RFC 4180 says; texts stand in one array of characters. */
final class CsvRecord {

    private char[] chars = new char[256];
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private boolean[] quoted = new boolean[16];
    private int count;
    private int out;

    void split(byte[] bytes) throws UnreadableEvent {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = endOf(text);
        if (chars.length < end) {
            chars = new char[end * 2];
        }
        count = 0;
        out = 0;
        int at = -1;
        do {
            at = readField(text, at + 1, end);
        } while (at < end);
    }

    private static int endOf(String text) {
        int end = text.length();
        end -= end > 0 && text.charAt(end - 1) == '\n' ? 1 : 0;
        return end - (end > 0 && text.charAt(end - 1) == '\r' ? 1 : 0);
    }

    /** Answers where the field's comma is, or the end. */
    private int readField(String text, int from, int end) throws UnreadableEvent {
        boolean quotes = from < end && text.charAt(from) == '"';
        int start = out;
        int at = quotes ? readQuoted(text, from + 1, end) : from;
        for (; at < end && text.charAt(at) != ','; at++) {
            if (quotes) {
                throw new UnreadableEvent("column " + (count + 1), "text after the closing quote");
            }
            chars[out++] = text.charAt(at);
        }
        add(start, quotes);
        return at;
    }

    private int readQuoted(String text, int from, int end) throws UnreadableEvent {
        for (int at = from; at < end; at++) {
            char c = text.charAt(at);
            if (c != '"') {
                chars[out++] = c;
            } else if (at + 1 < end && text.charAt(at + 1) == '"') {
                chars[out++] = '"';
                at++;
            } else {
                return at + 1;
            }
        }
        throw new UnreadableEvent("column " + (count + 1), "no closing quote");
    }

    private void add(int start, boolean quotes) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            quoted = Arrays.copyOf(quoted, count * 2);
        }
        starts[count] = start;
        ends[count] = out;
        quoted[count] = quotes;
        count++;
    }

    int count() {
        return count;
    }

    char[] chars() {
        return chars;
    }

    int start(int column) {
        return starts[column];
    }

    int length(int column) {
        return ends[column] - starts[column];
    }

    boolean isQuoted(int column) {
        return quoted[column];
    }

    /** Leaves out the blanks around a value that is not a text. */
    void trim(int column) {
        while (starts[column] < ends[column] && chars[starts[column]] == ' ') {
            starts[column]++;
        }
        while (starts[column] < ends[column] && chars[ends[column] - 1] == ' ') {
            ends[column]--;
        }
    }
}
