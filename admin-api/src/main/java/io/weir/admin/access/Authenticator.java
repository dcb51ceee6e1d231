package io.weir.admin.access;

import io.weir.admin.problem.ProblemCode;
import io.weir.admin.problem.ProblemException;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds out who asks, from the header {@code Authorization: Bearer …}: a key, or a token of the OpenID provider. */
public final class Authenticator {

    private static final String BEARER = "bearer ";

    private final Keys keys;
    private final OneTimeKey oneTime;
    private final @Nullable Tokens tokens;
    private final Clock clock;

    /** What can check the tokens of a provider. */
    public interface Tokens {

        /** Whom the token stands for. Fails with a {@link TokenRefused} that says why not. */
        Principal principal(String token) throws TokenRefused;
    }

    /** @param tokens null where no provider is configured */
    public Authenticator(Keys keys, OneTimeKey oneTime, @Nullable Tokens tokens, Clock clock) {
        this.keys = keys;
        this.oneTime = oneTime;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Fails with a {@link ProblemException} for whoever cannot be told. */
    public Principal authenticate(@Nullable String authorization) {
        if (authorization == null) {
            throw refused("The request says not who asks")
                    .help("send the header Authorization: Bearer KEY; `weir login` gives the key to weir's commands");
        }
        if (!authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            throw refused("Authorization is not of the form Bearer KEY");
        }
        String credential = authorization.substring(BEARER.length()).strip();
        return credential.startsWith(KeyText.PREFIX) ? ofKey(credential) : ofToken(credential);
    }

    // One answer for all that can be wrong: which of a guess is right is not said.
    private Principal ofKey(String credential) {
        KeyText text = KeyText.read(credential);
        if (text != null) {
            ApiKey key = keys.key(text.id());
            if (key != null && key.opensWith(text, clock.instant())) {
                return key.principal();
            }
            Principal first = oneTime.principal(text);
            if (first != null) {
                return first;
            }
        }
        throw refused("The key is unknown, expired or revoked").help("ask an admin for another: weir keys create");
    }

    private Principal ofToken(String credential) {
        if (tokens == null) {
            throw refused("The server takes keys alone, no tokens: it is not told of an OpenID provider");
        }
        try {
            return tokens.principal(credential);
        } catch (TokenRefused e) {
            throw refused("The token is refused: " + e.getMessage());
        }
    }

    private static ProblemException refused(String message) {
        return new ProblemException(ProblemCode.UNAUTHENTICATED, message);
    }
}
