package io.weir.dsl.json;

import java.util.ArrayList;
import java.util.List;

/** Words of a text that is being written, with the comments around them and where the JSON says so. */
final class Piece {

    private final String text;
    private final String pointer;
    private final List<String> above = new ArrayList<>();
    private final List<String> behind = new ArrayList<>();

    Piece(String text, String pointer) {
        this.text = text;
        this.pointer = pointer;
    }

    String text() {
        return text;
    }

    String pointer() {
        return pointer;
    }

    boolean isComma() {
        return text.equals(",");
    }

    List<String> above() {
        return above;
    }

    List<String> behind() {
        return behind;
    }
}
