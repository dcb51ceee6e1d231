package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.plan.EventRef;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import org.jspecify.annotations.Nullable;

/** What names mean at a place of a rule. */
interface Scope {

    /** The value of that path; null, and reported, where it has none. */
    @Nullable
    Expr resolve(Expression.Path path, Wanted wanted);

    /** The event at hand, where that name stands for it and for no value. */
    default @Nullable EventName event(Name name) {
        return null;
    }

    /** Why nothing that needs a key's history may stand here, or null where it may. */
    @Nullable
    Code refusal();

    /** The event that {@code previous price} looks at, where that is not the key's event before this one; null where it is. */
    default @Nullable EventRef before() {
        return null;
    }

    /** The steps of a sequence that may be named here. */
    default Candidates steps() {
        return new Candidates();
    }

    /** True for the name of a sequence's step of whose events an aggregate without a window may be asked here. */
    default boolean isStep(String name) {
        return false;
    }

    /** The aggregate of a step's events; asked only where its operand names a step. */
    default @Nullable Expr ofStep(Expression.Aggregation source) {
        return null;
    }
}
