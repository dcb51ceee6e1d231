package io.weir.dsl.diagnostic;

/** A change that an editor can apply: the place is replaced by the text. */
public record Fix(String title, Place place, String replacement) {}
