package io.weir.dsl.assist;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Words of the language that are written together.
 *
 * @param kind what they are, or what the parser calls the name that they are
 * @param words as they are written, with what is to be filled in between angle brackets
 * @param type what their value is; empty for none
 */
record Phrase(String kind, String words, String type, String meaning) {

    private static final Pattern HOLE = Pattern.compile("<([^<>]+)>");

    boolean is(String wanted) {
        return kind.equals(wanted);
    }

    /** What stands before the first place to fill in, word by word. */
    List<String> head() {
        int hole = words.indexOf('<');
        String head = hole < 0 ? words : words.substring(0, hole);
        return List.of(head.strip().split("[\\s(]+"));
    }

    /** The rest of it, after so many words of its head. */
    Phrase after(int count) {
        String rest = words;
        for (int word = 0; word < count; word++) {
            rest = rest.substring(rest.indexOf(' ') + 1);
        }
        return new Phrase(kind, rest, type, meaning);
    }

    /** With the examples in the places. */
    String sample() {
        return HOLE.matcher(words).replaceAll("$1");
    }

    /** With an ellipsis in each place. */
    String label() {
        return HOLE.matcher(words).replaceAll("…");
    }

    /** As editors write templates: <code>over the last ${1:5 minutes}</code>. */
    String snippet() {
        int[] number = {0};
        String escaped = words.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}");
        return HOLE.matcher(escaped).replaceAll(found -> "\\${" + ++number[0] + ":$1}");
    }
}
