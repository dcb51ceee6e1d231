/** Gives keys out, exchanges and revokes them; each act is in the audit, in the same transaction. */
@NullMarked
package io.weir.admin.keys;

import org.jspecify.annotations.NullMarked;
