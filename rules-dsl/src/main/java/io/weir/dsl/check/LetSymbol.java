package io.weir.dsl.check;

import io.weir.dsl.plan.Expr;
import org.jspecify.annotations.Nullable;

/**
 * A rule's {@code let}.
 *
 * @param value null where it has a mistake
 * @param stateful it reads a key's history or asks a model
 */
record LetSymbol(int index, String name, @Nullable Expr value, boolean stateful) {}
