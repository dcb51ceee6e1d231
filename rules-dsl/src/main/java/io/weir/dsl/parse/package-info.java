/**
 * Reads a file into a tree: a lexer that loses nothing, and a recursive descent with one class for each kind of production. A
 * mistake is reported once; reading goes on at the next clause or declaration. Never throws, whatever the text.
 */
@NullMarked
package io.weir.dsl.parse;

import org.jspecify.annotations.NullMarked;
