package io.weir.dsl.check;

/**
 * An event that a name stands for.
 *
 * @param index its stream's place in the rule's {@code on}
 */
record EventName(int index, StreamSymbol stream) {}
