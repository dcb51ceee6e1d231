/** Tests. */
@NullMarked
package io.weir.cli.lsp;

import org.jspecify.annotations.NullMarked;
