/**
 * A question to a language model, an answer that always comes: in time, of the declared shape, or with the reason why
 * not. What surrounds an event is text by strangers, so it travels as data, never as instructions, and what comes back
 * is checked against the declared fields. Retries, budgets and caches belong to the caller.
 */
@NullMarked
package io.weir.models.language;

import org.jspecify.annotations.NullMarked;
