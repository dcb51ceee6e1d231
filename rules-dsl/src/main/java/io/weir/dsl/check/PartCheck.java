package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Problems;
import org.jspecify.annotations.Nullable;

/** Checks one declaration. */
interface PartCheck<T> {

    /** What it means; its problems go there, and what it asks of others goes through these names. */
    @Nullable
    T check(Problems problems, Names names);
}
