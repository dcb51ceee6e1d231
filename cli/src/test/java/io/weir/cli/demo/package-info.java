/** The demo's own parts, each by itself, and the whole of it. */
@NullMarked
package io.weir.cli.demo;

import org.jspecify.annotations.NullMarked;
