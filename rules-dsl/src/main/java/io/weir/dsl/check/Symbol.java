package io.weir.dsl.check;

import org.jspecify.annotations.Nullable;

/**
 * A declared list, model or prompt.
 *
 * @param value null where the declaration has mistakes: nothing that uses it can be planned
 */
record Symbol<T>(@Nullable T value) {}
