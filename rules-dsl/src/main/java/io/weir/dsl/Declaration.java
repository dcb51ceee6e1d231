package io.weir.dsl;

import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.diagnostic.Span;

/**
 * A declaration with its own source text: what is published as one artifact.
 *
 * @param slug the name in ids
 * @param text from the comments right above it to its last word; compiles to the same on its own in the same environment
 * @param source the name of the source that it stands in
 * @param span where the text stands there
 */
public record Declaration(ArtifactKind kind, String name, String slug, String text, String source, Span span) {}
