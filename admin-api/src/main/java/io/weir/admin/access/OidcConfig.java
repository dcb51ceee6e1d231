package io.weir.admin.access;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Whose tokens the server takes.
 *
 * @param issuer the provider, exactly as its tokens name it
 * @param audience what a token must be meant for
 * @param keys where the provider publishes its keys (JWKS); null: as its discovery document says
 * @param rolesClaim a claim with the names of roles, a text or a list; what is no role is passed over
 * @param tenantClaim a claim with the only tenant that the token opens; a token without it opens none, unless this is null: then all
 */
public record OidcConfig(
        URI issuer,
        String audience,
        @Nullable URI keys,
        String rolesClaim,
        @Nullable String tenantClaim) {

    public static OidcConfig of(URI issuer, String audience) {
        return new OidcConfig(issuer, audience, null, "roles", null);
    }

    public OidcConfig withKeys(@Nullable URI newKeys) {
        return new OidcConfig(issuer, audience, newKeys, rolesClaim, tenantClaim);
    }

    public OidcConfig withRolesClaim(String newClaim) {
        return new OidcConfig(issuer, audience, keys, newClaim, tenantClaim);
    }

    public OidcConfig withTenantClaim(@Nullable String newClaim) {
        return new OidcConfig(issuer, audience, keys, rolesClaim, newClaim);
    }
}
