/**
 * `weir`: one program for people and pipelines. A command checks what it was given, calls the module that does the work and says
 * what came of it: data on stdout, all else on stderr, and an exit code from {@link io.weir.cli.ExitCode}.
 */
@NullMarked
package io.weir.cli;

import org.jspecify.annotations.NullMarked;
