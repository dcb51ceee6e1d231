package io.weir.admin.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import io.weir.admin.access.ApiKey;
import io.weir.admin.access.Permission;
import io.weir.admin.access.Principal;
import io.weir.admin.access.Role;
import io.weir.admin.keys.GivenKey;
import io.weir.admin.keys.KeyTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who asks, and the keys that were given out. A key's text is in the one answer that makes it, and nowhere else. */
final class GivenKeys {

    private final Services services;

    GivenKeys(Services services) {
        this.services = services;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MeAnswer(
            String name, List<String> roles, @Nullable String tenant, List<String> permissions) {}

    record KeysAnswer(List<KeyAnswer> keys) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record KeyAnswer(
            String id,
            String name,
            List<String> roles,
            @Nullable String tenant,
            boolean good,
            String createdAt,
            String createdBy,
            @Nullable String expiresAt,
            @Nullable String revokedAt,
            @Nullable String key) {

        static KeyAnswer of(ApiKey key, Instant now, @Nullable String text) {
            return new KeyAnswer(
                    key.id(),
                    key.name(),
                    texts(key.roles()),
                    key.tenant(),
                    key.isGood(now),
                    Texts.time(key.createdAt()),
                    key.createdBy(),
                    Texts.timeOrNull(key.expiresAt()),
                    Texts.timeOrNull(key.revokedAt()),
                    text);
        }
    }

    private static List<String> texts(Collection<Role> roles) {
        return roles.stream().sorted().map(Role::text).toList();
    }

    void me(Context request) {
        Principal principal = Guard.principal(request);
        List<String> permissions = Arrays.stream(Permission.values())
                .filter(principal::may)
                .map(Permission::text)
                .toList();
        request.json(new MeAnswer(principal.name(), texts(principal.roles()), principal.tenant(), permissions));
    }

    void list(Context request) {
        Instant now = services.clock().instant();
        request.json(new KeysAnswer(services.keys().all(Guard.principal(request)).stream()
                .map(key -> KeyAnswer.of(key, now, null))
                .toList()));
    }

    void create(Context request) {
        KeyTerms terms = Bodies.json(request, Bodies.NewKey.class).read();
        GivenKey given = services.keys().create(terms, Guard.principal(request), Params.actor(request));
        request.status(201);
        answer(request, given);
    }

    void rotate(Context request) {
        Duration overlap = Bodies.json(request, Bodies.Rotation.class).read();
        answer(
                request,
                services.keys()
                        .rotate(request.pathParam("id"), overlap, Guard.principal(request), Params.actor(request)));
    }

    private void answer(Context request, GivenKey given) {
        request.header("Cache-Control", "no-store");
        request.json(KeyAnswer.of(
                given.key(), services.clock().instant(), given.text().text()));
    }

    void revoke(Context request) {
        ApiKey revoked =
                services.keys().revoke(request.pathParam("id"), Guard.principal(request), Params.actor(request));
        request.json(KeyAnswer.of(revoked, services.clock().instant(), null));
    }

    /** Fails for what is no role. */
    static Set<Role> roles(List<@Nullable String> texts) {
        Set<Role> roles = new LinkedHashSet<>();
        for (String text : texts) {
            try {
                roles.add(Role.of(String.valueOf(text)));
            } catch (IllegalArgumentException e) {
                throw Params.invalid("roles: " + e.getMessage());
            }
        }
        return roles;
    }
}
