package io.weir.dsl.check;

import io.weir.dsl.syntax.RuleDefinition;

/**
 * A stream that a rule watches.
 *
 * @param index its place in the rule's {@code on}
 */
record Watched(int index, String alias, StreamSymbol stream, RuleDefinition.StreamClause clause) {

    boolean isCalled(String name) {
        return alias.equals(name) || stream.name().equals(name);
    }
}
