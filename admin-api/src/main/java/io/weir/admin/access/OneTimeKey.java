package io.weir.admin.access;

import java.time.Clock;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The first admin's key of an installation that has none yet: made at the server's start, never stored, and worth nothing as soon
 * as somebody can manage keys otherwise.
 */
public final class OneTimeKey {

    private static final Principal FIRST_ADMIN = new Principal("key:one-time", Set.of(Role.ADMIN), null);

    private final KeyText text = KeyText.create();
    private final BooleanSupplier isNeeded;

    private OneTimeKey(BooleanSupplier isNeeded) {
        this.isNeeded = isNeeded;
    }

    /** @param hasProvider admins come with tokens of an OpenID provider */
    public static OneTimeKey of(Keys keys, boolean hasProvider, Clock clock) {
        return new OneTimeKey(() -> !hasProvider && !hasAdmin(keys, clock));
    }

    private static boolean hasAdmin(Keys keys, Clock clock) {
        return keys.all().stream()
                .anyMatch(key -> key.tenant() == null
                        && key.isGood(clock.instant())
                        && key.principal().may(Permission.MANAGE_KEYS));
    }

    /** To be shown once, to whoever started the server; null where it is not needed. */
    public @Nullable String shown() {
        return isNeeded.getAsBoolean() ? text.text() : null;
    }

    @Nullable
    Principal principal(KeyText tried) {
        boolean opens = tried.id().equals(text.id()) && tried.isHashed(text.hash());
        return opens && isNeeded.getAsBoolean() ? FIRST_ADMIN : null;
    }
}
