package io.weir.dsl.diagnostic;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reported problem, to which help and fixes can still be added. */
public final class Problem {

    private final Code code;
    private final Span span;
    private final String message;
    private final LineIndex lines;
    private final List<Change> changes = new ArrayList<>();
    private @Nullable String help;

    private record Change(String title, Span where, String replacement) {
        Fix fix(LineIndex lines) {
            return new Fix(title, lines.place(where), replacement);
        }
    }

    Problem(Code code, Span span, String message, LineIndex lines) {
        this.code = code;
        this.span = span;
        this.message = message;
        this.lines = lines;
    }

    public Problem help(@Nullable String help) {
        this.help = help;
        return this;
    }

    /** Offers to replace that part of the text. */
    public Problem fix(String title, Span where, String replacement) {
        changes.add(new Change(title, where, replacement));
        return this;
    }

    /** Offers the name where there is one, as help and as a fix that writes it. */
    public Problem suggest(@Nullable String name, Span where, String description) {
        return name == null
                ? this
                : help("did you mean '" + name + "'" + description + "?").fix("Change to '" + name + "'", where, name);
    }

    Span span() {
        return span;
    }

    Code code() {
        return code;
    }

    Diagnostic diagnostic() {
        List<Fix> fixes = changes.stream().map(change -> change.fix(lines)).toList();
        return new Diagnostic(code, lines.place(span), message, help, fixes);
    }

    /** The same problem in a text where its place is so much further on. */
    Problem moved(int by, LineIndex others) {
        Problem moved = new Problem(code, span.moved(by), message, others).help(help);
        changes.forEach(change -> moved.fix(change.title, change.where.moved(by), change.replacement));
        return moved;
    }

    /** What it is and where, counted from that place. */
    String signature(int from) {
        return code.id() + "@" + (span.start() - from) + "-" + (span.end() - from) + ":" + message;
    }
}
