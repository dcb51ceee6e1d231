/**
 * Which rules can match a row: one question, behind one interface, so that its cost can stop growing with the number of rules
 * without anyone else noticing. Knows predicates by number only.
 */
@NullMarked
package io.weir.engine.index;

import org.jspecify.annotations.NullMarked;
