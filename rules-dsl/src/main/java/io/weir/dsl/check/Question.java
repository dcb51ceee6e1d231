package io.weir.dsl.check;

import org.jspecify.annotations.Nullable;

/** What a check wants to know of the other declarations. */
interface Question<T> {

    @Nullable
    T ask(Names names);
}
