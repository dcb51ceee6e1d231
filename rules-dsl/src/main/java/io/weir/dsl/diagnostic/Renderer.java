package io.weir.dsl.diagnostic;

import java.util.List;
import java.util.stream.Collectors;

/** Shows diagnostics as a person reads them in a terminal: place, sentence, the line with what is meant underlined, help. */
public final class Renderer {

    private static final int WIDEST = 160;

    private final boolean colour;

    private Renderer(boolean colour) {
        this.colour = colour;
    }

    public static Renderer plain() {
        return new Renderer(false);
    }

    /** With ANSI colours. */
    public static Renderer coloured() {
        return new Renderer(true);
    }

    public String render(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(this::render).collect(Collectors.joining());
    }

    /** Several lines, each with its line end. */
    public String render(Diagnostic diagnostic) {
        return headline(diagnostic)
                + excerpt(diagnostic)
                + (diagnostic.help() == null ? "" : "  " + paint("36", "help:") + " " + diagnostic.help() + "\n");
    }

    private String headline(Diagnostic diagnostic) {
        String level = diagnostic.level().text() + " " + diagnostic.code().id();
        return diagnostic.place() + ": " + paint(tint(diagnostic), level) + ": " + diagnostic.message() + "\n";
    }

    private String excerpt(Diagnostic diagnostic) {
        Place place = diagnostic.place();
        String line = place.line();
        int from = Math.min(place.from().unit(), line.length());
        int to = place.to().line() == place.from().line() ? Math.min(place.to().unit(), line.length()) : line.length();
        int cutFront = from > WIDEST / 2 && line.length() > WIDEST ? from - WIDEST / 2 : 0;
        int cutBack = Math.min(line.length(), cutFront + WIDEST);
        String gutter = "  " + place.from().line() + " | ";
        String under = " ".repeat(gutter.length() - 2) + "| ";
        String shown = line.substring(cutFront, cutBack);
        String padding = blank(line.substring(cutFront, from));
        int width = Math.max(1, line.codePointCount(from, Math.min(Math.max(from, to), Math.max(from, cutBack))));
        return gutter + shown + "\n" + under + padding + paint(tint(diagnostic), "^".repeat(width)) + "\n";
    }

    // Tabs stay, so that the caret stands under its character whatever their width.
    private static String blank(String text) {
        return text.codePoints().mapToObj(c -> c == '\t' ? "\t" : " ").collect(Collectors.joining());
    }

    private static String tint(Diagnostic diagnostic) {
        return diagnostic.isError() ? "31" : "33";
    }

    private String paint(String tint, String text) {
        return colour ? "\u001b[" + tint + "m" + text + "\u001b[0m" : text;
    }
}
