package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.syntax.Expression;
import org.jspecify.annotations.Nullable;

/** What names mean at a place of a rule. */
interface Scope {

    /** The value of that path; null, and reported, where it has none. */
    @Nullable
    Expr resolve(Expression.Path path, Wanted wanted);

    /** Why nothing that needs a key's history may stand here, or null where it may. */
    @Nullable
    Code refusal();
}
