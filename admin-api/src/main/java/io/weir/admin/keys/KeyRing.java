package io.weir.admin.keys;

import io.weir.admin.access.Actor;
import io.weir.admin.access.ApiKey;
import io.weir.admin.access.KeyText;
import io.weir.admin.access.Principal;
import io.weir.admin.audit.AuditEntry;
import io.weir.admin.problem.ProblemCode;
import io.weir.admin.problem.ProblemException;
import io.weir.admin.store.ControlStore;
import io.weir.admin.store.Write;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The keys of an installation. Who manages keys of one tenant sees and makes keys of that tenant alone. */
public final class KeyRing {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._@-]{0,63}");
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);
    /** What audits of keys for all tenants stand under. */
    private static final String ALL_TENANTS = "*";

    private final ControlStore store;
    private final Clock clock;

    public KeyRing(ControlStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Those that the principal may manage, the oldest first, revoked ones included. */
    public List<ApiKey> all(Principal principal) {
        Collection<ApiKey> all = store.keys().all();
        return all.stream()
                .filter(key -> isOf(principal, key))
                .sorted(Comparator.comparing(ApiKey::createdAt).thenComparing(ApiKey::id))
                .toList();
    }

    private static boolean isOf(Principal principal, ApiKey key) {
        return principal.tenant() == null || principal.tenant().equals(key.tenant());
    }

    public GivenKey create(KeyTerms terms, Principal principal, Actor actor) {
        Instant now = now();
        requireValid(terms, principal, now);
        KeyText text = KeyText.create();
        ApiKey key = new ApiKey(
                text.id(),
                terms.name(),
                terms.roles(),
                terms.tenant(),
                List.of(new ApiKey.Secret(text.hash(), null)),
                now,
                actor.name(),
                terms.expiresAt(),
                null);
        store.write((state, writeId) -> write(key, AuditEntry.Action.CREATE_KEY, actor, writeId));
        return new GivenKey(key, text);
    }

    /** A new secret for the key; the old one is good for so long yet. */
    public GivenKey rotate(String id, Duration overlap, Principal principal, Actor actor) {
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw invalid("overlap: from nothing to " + LONGEST_OVERLAP.toDays() + " days");
        }
        Instant now = now();
        KeyText text = KeyText.ofNewSecret(id);
        ApiKey rotated = change(
                id,
                key -> key.rotated(text, now, now.plus(overlap)),
                AuditEntry.Action.ROTATE_KEY,
                new By(principal, actor));
        return new GivenKey(rotated, text);
    }

    /** It opens nothing any more, from now on in this server and within a moment in others. */
    public ApiKey revoke(String id, Principal principal, Actor actor) {
        Instant now = now();
        return change(id, key -> key.revoked(now), AuditEntry.Action.REVOKE_KEY, new By(principal, actor));
    }

    private record By(Principal principal, Actor actor) {}

    private ApiKey change(String id, UnaryOperator<ApiKey> change, AuditEntry.Action action, By by) {
        Write write = store.write((state, writeId) -> {
            ApiKey key = store.keys().key(id);
            if (key == null || !isOf(by.principal(), key)) {
                throw new ProblemException(ProblemCode.NOT_FOUND, "There is no key " + id);
            }
            if (!key.isGood(clock.instant())) {
                throw invalid("key " + id + " is expired or revoked");
            }
            return write(change.apply(key), action, by.actor(), writeId);
        });
        return Objects.requireNonNull(write, "a draft that never finds nothing to do")
                .keys()
                .get(0);
    }

    private Write write(ApiKey key, AuditEntry.Action action, Actor actor, String writeId) {
        String tenant = key.tenant() == null ? ALL_TENANTS : key.tenant();
        String subject = "key/" + key.id() + " " + key.name();
        return Write.of(key, AuditEntry.of(now(), tenant, actor, action, subject, "", writeId));
    }

    private static void requireValid(KeyTerms terms, Principal principal, Instant now) {
        if (!NAME.matcher(terms.name()).matches()) {
            throw invalid(
                    "name: 1 to 64 letters, digits, spaces and . _ @ -, not '" + Actor.printable(terms.name()) + "'");
        }
        if (terms.roles().isEmpty()) {
            throw invalid("roles: at least one");
        }
        if (terms.expiresAt() != null && !terms.expiresAt().isAfter(now)) {
            throw invalid("expiresAt: " + terms.expiresAt() + " is past");
        }
        if (principal.tenant() != null && !principal.tenant().equals(terms.tenant())) {
            throw new ProblemException(
                    ProblemCode.FORBIDDEN,
                    principal.name() + " gives out keys of tenant '" + principal.tenant() + "' alone");
        }
    }

    // As it is stored: a key read back is the same one.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static ProblemException invalid(String message) {
        return new ProblemException(ProblemCode.KEY_INVALID, message);
    }
}
