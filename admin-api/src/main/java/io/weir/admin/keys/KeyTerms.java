package io.weir.admin.keys;

import io.weir.admin.access.Role;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a new key is to be.
 *
 * @param name who or what will use it
 * @param tenant the only one that it opens; null for all
 * @param expiresAt null for never
 */
public record KeyTerms(
        String name,
        Set<Role> roles,
        @Nullable String tenant,
        @Nullable Instant expiresAt) {}
