/**
 * Writes a file's tokens anew: the tree says where a line must or may begin, everything else follows from the kinds of tokens.
 * Words are never changed, comments never lost; only commas that mean nothing come and go.
 */
@NullMarked
package io.weir.dsl.format;

import org.jspecify.annotations.NullMarked;
