package io.weir.admin.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody is to an installation, and so what he may do. Stored by {@link #text}. */
public enum Role {
    VIEWER(Permission.VIEW),
    ANALYST(Permission.VIEW, Permission.PUBLISH, Permission.CHANGE_RULES),
    APPROVER(Permission.VIEW),
    ML_ENGINEER(Permission.VIEW, Permission.PUBLISH, Permission.CHANGE_MODELS),
    ADMIN(Permission.values());

    private final Set<Permission> permissions;

    Role(Permission... permissions) {
        this.permissions = EnumSet.copyOf(Arrays.asList(permissions));
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** As people and programs write it: {@code ml-engineer}. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Fails with an {@link IllegalArgumentException} that names all roles. */
    @JsonCreator
    public static Role of(String text) {
        return Arrays.stream(values())
                .filter(role -> role.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no role; roles are " + all()));
    }

    private static String all() {
        return Arrays.stream(values()).map(Role::text).collect(Collectors.joining(", "));
    }
}
