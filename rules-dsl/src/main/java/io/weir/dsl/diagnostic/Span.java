package io.weir.dsl.diagnostic;

/** A part of a text: UTF-16 offsets, the end excluded. */
public record Span(int start, int end) {

    /** From the start of this to the end of the other. */
    public Span to(Span other) {
        return new Span(start, Math.max(end, other.end));
    }

    /** The empty span right behind this one. */
    public Span after() {
        return new Span(end, end);
    }

    /** The same span so much further on. */
    public Span moved(int by) {
        return by == 0 ? this : new Span(start + by, end + by);
    }

    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }
}
