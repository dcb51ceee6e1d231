/** The language's grammar, independent of the parser: a test holds them together. */
package io.weir.dsl.grammar;
