/** Each command as its user meets it: arguments in; stdout, stderr and an exit code out. */
@NullMarked
package io.weir.cli;

import org.jspecify.annotations.NullMarked;
