package io.weir.admin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OidcTokensTest {

    private static Provider provider;
    private static OidcTokens tokens;

    @BeforeAll
    static void start() {
        provider = new Provider();
        tokens = OidcTokens.of(provider.config());
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    private static void assertRefused(String token, String reason) {
        assertThatThrownBy(() -> tokens.principal(token))
                .isInstanceOf(TokenRefused.class)
                .hasMessageContaining(reason);
    }

    @Test
    void token_ofTheProvider_standsForItsSubjectAndRoles() throws TokenRefused {
        Principal ada = tokens.principal(provider.sign(provider.claims("ada", "analyst", "ml-engineer", "sales")));

        assertThat(ada.name()).isEqualTo("oidc:ada");
        assertThat(ada.roles()).containsExactlyInAnyOrder(Role.ANALYST, Role.ML_ENGINEER);
        assertThat(ada.tenant()).isNull();
    }

    @Test
    void token_withOneRoleAsText_hasIt() throws TokenRefused {
        assertThat(tokens.principal(provider.sign(provider.claims("ada").claim("roles", "viewer")))
                        .roles())
                .containsExactly(Role.VIEWER);
    }

    @Test
    void token_withoutRoles_mayNothing() throws TokenRefused {
        Principal nobody = tokens.principal(provider.sign(provider.claims("ada").claim("roles", null)));

        assertThat(nobody.may(Permission.VIEW)).isFalse();
    }

    @Test
    void token_thatIsNotSigned_isRefused() {
        assertRefused(new PlainJWT(provider.claims("eve", "admin").build()).serialize(), "no signed token");
        assertRefused("eyJhbGciOiJub25lIn0.e30.", "no signed token");
        assertRefused("nonsense", "no signed token");
    }

    @Test
    void token_signedWithThePublicKeyAsASecret_isRefused() throws Exception {
        SignedJWT forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(),
                provider.claims("eve", "admin").build());
        forged.sign(new MACSigner(provider.key().toPublicJWK().toRSAPublicKey().getEncoded()));

        assertRefused(forged.serialize(), "Another algorithm expected, or no matching key");
    }

    @Test
    void token_ofAnotherSigner_isRefused() {
        assertRefused(Provider.sign(provider.claims("eve", "admin"), Provider.newKey("first")), "Invalid signature");
    }

    @Test
    void token_ofAnotherIssuerOrForAnotherAudience_isRefused() {
        assertRefused(provider.sign(provider.claims("eve", "admin").issuer("http://evil.example")), "iss");
        assertRefused(provider.sign(provider.claims("eve", "admin").audience("payroll")), "aud");
        assertRefused(provider.sign(provider.claims("eve", "admin").audience((String) null)), "aud");
    }

    @Test
    void token_expiredOrNotGoodYetOrForEver_isRefused() {
        JWTClaimsSet.Builder past = provider.claims("ada", "viewer")
                .expirationTime(Date.from(Instant.now().minusSeconds(31)));
        JWTClaimsSet.Builder future = provider.claims("ada", "viewer")
                .notBeforeTime(Date.from(Instant.now().plusSeconds(60)));

        assertRefused(provider.sign(past), "Expired");
        assertRefused(provider.sign(future), "before use time");
        assertRefused(provider.sign(provider.claims("ada", "viewer").expirationTime(null)), "exp");
    }

    @Test
    void token_withoutSubject_isRefused() {
        assertRefused(provider.sign(provider.claims("ada", "viewer").subject(null)), "sub");
    }

    @Test
    void refusal_saysNothingOfTheToken() {
        String token = provider.sign(provider.claims("ada", "viewer").audience("payroll"));

        assertThatThrownBy(() -> tokens.principal(token)).message().doesNotContain(token.split("\\.")[2]);
    }

    @Test
    void tenantClaim_opensThatTenantAlone_andIsRequired() throws TokenRefused {
        OidcTokens ofTenants = OidcTokens.of(provider.config().withTenantClaim("org"));

        Principal ada = ofTenants.principal(
                provider.sign(provider.claims("ada", "viewer").claim("org", "acme")));

        assertThat(ada.sees("acme")).isTrue();
        assertThat(ada.sees("other")).isFalse();
        assertThatThrownBy(() -> ofTenants.principal(provider.sign(provider.claims("ada", "admin"))))
                .isInstanceOf(TokenRefused.class)
                .hasMessageContaining("org names no tenant");
    }

    @Test
    void providersNewKey_isFetchedWhenATokenNamesIt() throws TokenRefused {
        try (Provider changing = new Provider()) {
            OidcTokens before = OidcTokens.of(changing.config());
            before.principal(changing.sign(changing.claims("ada", "viewer")));

            changing.changeKey();

            assertThat(before.principal(changing.sign(changing.claims("ada", "viewer")))
                            .name())
                    .isEqualTo("oidc:ada");
        }
    }

    @Test
    void provider_thatDoesNotAnswerOrIsAnother_failsAtTheStart() {
        URI other = URI.create(provider.issuer() + "/");

        assertThatThrownBy(() -> OidcTokens.of(OidcConfig.of(URI.create("http://127.0.0.1:1"), "weir")))
                .isInstanceOf(ProviderUnavailableException.class)
                .hasMessageContaining("http://127.0.0.1:1/.well-known/openid-configuration");
        assertThatThrownBy(() -> OidcTokens.of(OidcConfig.of(other, "weir")))
                .isInstanceOf(ProviderUnavailableException.class)
                .hasMessageContaining("is of issuer");
    }
}
