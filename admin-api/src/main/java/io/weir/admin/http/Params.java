package io.weir.admin.http;

import io.javalin.http.Context;
import io.weir.admin.access.Actor;
import io.weir.admin.access.Gate;
import io.weir.admin.access.Principal;
import io.weir.admin.problem.ProblemCode;
import io.weir.admin.problem.ProblemException;
import io.weir.dsl.contract.ArtifactKind;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What requests carry beside their bodies. */
final class Params {

    private static final Pattern TENANT = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern WAIT = Pattern.compile("([0-9]{1,6})(ms|s)");
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private Params() {}

    static String tenant(Context request) {
        String tenant = request.queryParam("tenant");
        if (tenant == null) {
            String own = Guard.principal(request).tenant();
            return own == null ? "default" : own;
        }
        return requireTenant(tenant);
    }

    static String requireTenant(String tenant) {
        if (!TENANT.matcher(tenant).matches()) {
            throw invalid("tenant: lower case letters, digits and dashes, not '" + tenant + "'");
        }
        return tenant;
    }

    static Actor actor(Context request) {
        return Actor.of(Guard.principal(request), request.ip());
    }

    /** Throws for what whoever asks may not change. */
    static Consumer<ArtifactKind> mayChange(Context request) {
        Principal principal = Guard.principal(request);
        return kind -> Gate.requireMayChange(principal, kind);
    }

    /** Of the parameter {@code wait}. */
    static Duration duration(@Nullable String text) {
        if (text == null) {
            return Duration.ZERO;
        }
        Matcher matcher = WAIT.matcher(text);
        if (!matcher.matches()) {
            throw invalid("wait: a time such as 10s or 500ms, not '" + text + "'");
        }
        long number = Long.parseLong(matcher.group(1));
        Duration wait = matcher.group(2).equals("s") ? Duration.ofSeconds(number) : Duration.ofMillis(number);
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            throw invalid("wait: at most " + LONGEST_WAIT.toSeconds() + "s, not '" + text + "'");
        }
        return wait;
    }

    static @Nullable Long number(String name, @Nullable String text, long least) {
        if (text == null) {
            return null;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, as for one that is too small.
        }
        throw invalid(name + ": a whole number from " + least + " on, not '" + text + "'");
    }

    static boolean flag(String name, @Nullable String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (!text.equals("true")) {
            throw invalid(name + ": true or false, not '" + text + "'");
        }
        return true;
    }

    static ProblemException invalid(String message) {
        return new ProblemException(ProblemCode.INVALID_REQUEST, message);
    }
}
