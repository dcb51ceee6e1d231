/** `weir test`: runs the tests that stand in packs, and says what became of them to people, to CI systems and to tools. */
@NullMarked
package io.weir.cli.test;

import org.jspecify.annotations.NullMarked;
