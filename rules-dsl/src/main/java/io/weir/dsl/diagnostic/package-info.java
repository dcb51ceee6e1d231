/**
 * What the compiler says to the author of a rule: a stable code, a place, one sentence in his words, a help line and fixes.
 * Knows texts and places only, nothing of the language.
 */
@NullMarked
package io.weir.dsl.diagnostic;

import org.jspecify.annotations.NullMarked;
