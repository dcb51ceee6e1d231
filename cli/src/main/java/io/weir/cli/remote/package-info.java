/** The commands that speak with an admin server: publish, look, undo. All they know of it is its HTTP API. */
@NullMarked
package io.weir.cli.remote;

import org.jspecify.annotations.NullMarked;
