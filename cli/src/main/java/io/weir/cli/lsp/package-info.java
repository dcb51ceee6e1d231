/**
 * `weir lsp`: what editors ask by the Language Server Protocol, answered by io.weir.dsl.assist. Only the protocol stands on stdout.
 * One thread owns the packs; messages are taken at once, and work that a newer message makes idle is left out.
 */
@NullMarked
package io.weir.cli.lsp;

import org.jspecify.annotations.NullMarked;
