package io.weir.dsl.check;

import io.weir.dsl.syntax.Definition;
import org.jspecify.annotations.Nullable;

/** Knows nothing, and only watches what a check asks for. */
final class Probe extends Memory {

    private final Uses uses;

    Probe(Uses uses) {
        this.uses = uses;
    }

    @Override
    <T> @Nullable T recall(Checker.File file, Definition definition, Names names, PartCheck<T> check) {
        return check.check(file.problems().within(definition.span()), names.notedIn(uses));
    }
}
