package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.plan.Type;

/** Keeps apart what is in different currencies, as far as they are known. */
final class Currencies {

    private final RuleContext rule;

    Currencies(RuleContext rule) {
        this.rule = rule;
    }

    /** True, and reported, where both types are moneys of known currencies that differ. */
    boolean differ(Type left, Type right, Span span) {
        String one = known(left);
        String other = known(right);
        boolean differ = !one.isEmpty() && !other.isEmpty() && !one.equals(other);
        if (differ) {
            rule.report(Code.CURRENCIES_DIFFER, span, one, other);
        }
        return differ;
    }

    /** The currency of a money that is always in the same; empty for any other type. */
    static String known(Type type) {
        return type instanceof Type.Money money && money.currency() != null ? money.currency() : "";
    }
}
