/** Who asks, and whether the server may answer. Without authentication that is anyone on this machine, and nobody else. */
@NullMarked
package io.weir.admin.access;

import org.jspecify.annotations.NullMarked;
