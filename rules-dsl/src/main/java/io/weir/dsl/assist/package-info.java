/**
 * Answers what an author asks while writing: what could stand here, what is this, where is it declared and used, what must change
 * if it gets another name. Asks the parser and the checks, and knows nothing of names and types itself; nor of editors.
 */
@NullMarked
package io.weir.dsl.assist;

import org.jspecify.annotations.NullMarked;
