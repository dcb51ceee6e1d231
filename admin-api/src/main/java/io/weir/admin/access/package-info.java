/** Who asks, and what he may: keys of the server's own and tokens of an OpenID provider; roles; tenants. Knows no HTTP. */
@NullMarked
package io.weir.admin.access;

import org.jspecify.annotations.NullMarked;
