package io.weir.cli.roles;

import io.weir.admin.access.OidcConfig;
import io.weir.cli.CommandFailure;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose tokens the server takes beside its own keys. */
final class OidcOptions {

    @Option(
            names = "--oidc-issuer",
            paramLabel = "URL",
            description = "An OpenID provider whose tokens are taken too, exactly as they name it")
    private @Nullable URI issuer;

    @Option(names = "--oidc-audience", paramLabel = "NAME", description = "What its tokens must be meant for")
    private @Nullable String audience;

    @Option(
            names = "--oidc-keys",
            paramLabel = "URL",
            description = "Its JSON Web Key Set. Default: what its discovery document says")
    private @Nullable URI keys;

    @Option(
            names = "--oidc-roles-claim",
            paramLabel = "CLAIM",
            defaultValue = "roles",
            description = "The claim with the names of roles. Default: ${DEFAULT-VALUE}")
    private String rolesClaim = "roles";

    @Option(
            names = "--oidc-tenant-claim",
            paramLabel = "CLAIM",
            description = "The claim with the only tenant that a token opens. Default: none, a token opens all")
    private @Nullable String tenantClaim;

    /** Null where no provider is named. */
    @Nullable
    OidcConfig config() {
        if (issuer == null) {
            if (audience != null || keys != null) {
                throw CommandFailure.usage("--oidc-audience and --oidc-keys need --oidc-issuer");
            }
            return null;
        }
        if (audience == null) {
            throw CommandFailure.usage(
                    "--oidc-issuer needs --oidc-audience: else tokens meant for others would be taken");
        }
        return OidcConfig.of(issuer, audience)
                .withKeys(keys)
                .withRolesClaim(rolesClaim)
                .withTenantClaim(tenantClaim);
    }
}
