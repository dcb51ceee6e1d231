package io.weir.models;

/** Text from outside, made short and printable for a message. */
public final class Excerpt {
    private static final int LENGTH = 80;

    private Excerpt() {}

    public static String of(String text) {
        String shown = text.length() > LENGTH ? text.substring(0, LENGTH) + "…" : text;
        return shown.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    }
}
