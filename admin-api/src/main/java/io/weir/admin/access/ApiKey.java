package io.weir.admin.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key as it is stored: whom it stands for, and the hashes of its secrets. Stored as JSON under its id.
 *
 * @param tenant the only one that it opens; null for all
 * @param secrets the newest first; an older one is good until its end
 * @param expiresAt null for never
 * @param revokedAt null while it is good
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApiKey(
        String id,
        String name,
        Set<Role> roles,
        @Nullable String tenant,
        List<Secret> secrets,
        Instant createdAt,
        String createdBy,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {

    /**
     * @param hash SHA-256, base64url
     * @param until null for as long as the key is good
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Secret(String hash, @Nullable Instant until) {

        boolean isGood(Instant now) {
            return until == null || now.isBefore(until);
        }
    }

    public ApiKey {
        roles = Set.copyOf(roles);
        secrets = List.copyOf(secrets);
    }

    public boolean isGood(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    boolean opensWith(KeyText text, Instant now) {
        // All are compared: how long it takes says nothing.
        boolean opens = false;
        for (Secret secret : secrets) {
            opens |= secret.isGood(now) && text.isHashed(secret.hash());
        }
        return opens && isGood(now);
    }

    Principal principal() {
        return new Principal("key:" + name, roles, tenant);
    }

    /** With a new secret; the ones that are good now are so until that time at the latest. */
    public ApiKey rotated(KeyText text, Instant now, Instant oldUntil) {
        List<Secret> all = new ArrayList<>();
        all.add(new Secret(text.hash(), null));
        for (Secret old : secrets) {
            if (old.isGood(now) && now.isBefore(oldUntil)) {
                Instant until = old.until() == null || old.until().isAfter(oldUntil) ? oldUntil : old.until();
                all.add(new Secret(old.hash(), until));
            }
        }
        return new ApiKey(id, name, roles, tenant, all, createdAt, createdBy, expiresAt, revokedAt);
    }

    public ApiKey revoked(Instant now) {
        return new ApiKey(id, name, roles, tenant, List.of(), createdAt, createdBy, expiresAt, now);
    }
}
