/** How long an author waits: for the whole of a large pack, and for one edited rule of it. */
@NullMarked
package io.weir.benchmarks.check;

import org.jspecify.annotations.NullMarked;
