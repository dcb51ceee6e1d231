/**
 * Who evaluates, as the status topic tells it: which engines run, what each of their tasks has applied, and what it answers to a
 * publish. Hearsay, at least once, half a second old: good for proof and for waiting, never for state.
 */
@NullMarked
package io.weir.admin.engines;

import org.jspecify.annotations.NullMarked;
