/** The commands that need rules alone, and how every command reads rule files. */
@NullMarked
package io.weir.cli.rules;

import org.jspecify.annotations.NullMarked;
