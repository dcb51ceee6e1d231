package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Problems;

/** A warning that is given only if the rule has no mistakes. */
interface Lint {

    void report(Problems problems, RuleContext rule);
}
