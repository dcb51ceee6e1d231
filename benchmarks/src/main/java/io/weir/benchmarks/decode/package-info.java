/** JSON bytes in, five fields out: Weir's decoder against the parsers that a Flink job usually has. */
@NullMarked
package io.weir.benchmarks.decode;

import org.jspecify.annotations.NullMarked;
