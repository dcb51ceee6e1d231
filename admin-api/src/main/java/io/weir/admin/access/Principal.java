package io.weir.admin.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose name was checked.
 *
 * @param name {@code key:NAME} or {@code oidc:SUBJECT}: who acted, in releases and in the audit
 * @param tenant the only one he sees; null for all
 */
public record Principal(
        String name, Set<Role> roles, @Nullable String tenant) {

    public Principal {
        roles = Set.copyOf(roles);
    }

    public boolean may(Permission permission) {
        return roles.stream().anyMatch(role -> role.may(permission));
    }

    public boolean sees(String wanted) {
        return tenant == null || tenant.equals(wanted);
    }

    /** Who may do something, for whoever may not. */
    static String rolesThatMay(Permission permission) {
        return texts(Arrays.stream(Role.values())
                .filter(role -> role.may(permission))
                .toList());
    }

    static String texts(Collection<Role> roles) {
        return new TreeSet<>(roles).stream().map(Role::text).collect(Collectors.joining(", "));
    }
}
