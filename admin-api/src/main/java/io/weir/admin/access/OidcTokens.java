package io.weir.admin.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.weir.admin.problem.ProblemCode;
import io.weir.admin.problem.ProblemException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks a provider's tokens: signed by one of its published keys with an asymmetric algorithm, issued by it, meant for this server,
 * not expired. The keys are fetched once and again when a token names one that is not known, at most every five minutes.
 */
public final class OidcTokens implements Authenticator.Tokens {

    private static final Logger LOG = LoggerFactory.getLogger(OidcTokens.class);
    /** No "none", and nothing that a public key could be the secret of. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int LARGEST_ANSWER = 1 << 20;
    private static final int CLOCK_SKEW_SECONDS = 30;

    private final OidcConfig config;
    private final DefaultJWTProcessor<SecurityContext> processor;

    private OidcTokens(OidcConfig config, DefaultJWTProcessor<SecurityContext> processor) {
        this.config = config;
        this.processor = processor;
    }

    /** Asks the provider where its keys are, unless the config says so. Fails with {@link ProviderUnavailableException}. */
    public static OidcTokens of(OidcConfig config) {
        DefaultResourceRetriever web = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LARGEST_ANSWER);
        URI keys = config.keys() == null ? Discovery.keysOf(config.issuer(), web) : config.keys();
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                ALGORITHMS,
                JWKSourceBuilder.create(url(keys), web).retrying(true).build()));
        DefaultJWTClaimsVerifier<SecurityContext> claims = new DefaultJWTClaimsVerifier<>(
                config.audience(),
                new JWTClaimsSet.Builder().issuer(config.issuer().toString()).build(),
                Set.of("sub", "exp"));
        claims.setMaxClockSkew(CLOCK_SKEW_SECONDS);
        processor.setJWTClaimsSetVerifier(claims);
        return new OidcTokens(config, processor);
    }

    private static URL url(URI uri) {
        try {
            return uri.toURL();
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw new ProviderUnavailableException(uri + " is no address of a provider's keys", e);
        }
    }

    @Override
    public Principal principal(String token) throws TokenRefused {
        JWTClaimsSet claims = claims(token);
        return new Principal("oidc:" + Actor.printable(claims.getSubject()), roles(claims), tenant(claims));
    }

    private JWTClaimsSet claims(String token) throws TokenRefused {
        try {
            // Parsed as a signed one: a plain or an encrypted token is none.
            return processor.process(SignedJWT.parse(token), null);
        } catch (ParseException e) {
            throw new TokenRefused("it is no signed token (JWS)");
        } catch (KeySourceException e) {
            LOG.warn("The keys of {} cannot be fetched (OPERATOR)", config.issuer(), e);
            throw new ProblemException(ProblemCode.UNAVAILABLE, "The OpenID provider's keys cannot be fetched", e);
        } catch (BadJOSEException | JOSEException e) {
            throw new TokenRefused(String.valueOf(e.getMessage()));
        }
    }

    private Set<Role> roles(JWTClaimsSet claims) {
        Object claim = claims.getClaim(config.rolesClaim());
        Collection<?> names = claim instanceof Collection<?> many ? many : List.of(String.valueOf(claim));
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (names.contains(role.text())) {
                roles.add(role);
            }
        }
        return roles;
    }

    private @Nullable String tenant(JWTClaimsSet claims) throws TokenRefused {
        String name = config.tenantClaim();
        if (name == null) {
            return null;
        }
        if (claims.getClaim(name) instanceof String tenant && !tenant.isBlank()) {
            return tenant;
        }
        throw new TokenRefused("its claim " + name + " names no tenant");
    }
}
