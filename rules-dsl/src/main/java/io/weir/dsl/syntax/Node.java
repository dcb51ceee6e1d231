package io.weir.dsl.syntax;

import io.weir.dsl.diagnostic.Span;

/** A part of the tree. */
public interface Node {

    Span span();
}
