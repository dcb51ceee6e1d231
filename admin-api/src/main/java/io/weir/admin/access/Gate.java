package io.weir.admin.access;

import io.weir.admin.problem.ProblemCode;
import io.weir.admin.problem.ProblemException;
import io.weir.dsl.contract.ArtifactKind;

/** Says no to whoever was told, but may not. */
public final class Gate {

    private Gate() {}

    public static void require(Principal principal, Permission permission) {
        if (!principal.may(permission)) {
            throw new ProblemException(
                            ProblemCode.FORBIDDEN,
                            principal.name() + " may not: " + text(permission) + " is for "
                                    + Principal.rolesThatMay(permission))
                    .help("it has the role " + Principal.texts(principal.roles()));
        }
    }

    /** Whether the tenant exists is not said. */
    public static void requireTenant(Principal principal, String tenant) {
        if (!principal.sees(tenant)) {
            throw new ProblemException(
                    ProblemCode.FORBIDDEN, principal.name() + " sees nothing of tenant '" + tenant + "'");
        }
    }

    /** A model's declaration belongs to those who write rules on it and to those who push it. */
    public static void requireMayChange(Principal principal, ArtifactKind kind) {
        boolean shared = kind == ArtifactKind.SIGNATURE && principal.may(Permission.PUBLISH);
        if (!shared) {
            require(principal, kind == ArtifactKind.MODEL ? Permission.CHANGE_MODELS : Permission.CHANGE_RULES);
        }
    }

    private static String text(Permission permission) {
        return switch (permission) {
            case VIEW -> "to look";
            case PUBLISH -> "to publish";
            case CHANGE_RULES -> "to change rules, declarations and lists";
            case CHANGE_MODELS -> "to change models";
            case MANAGE_KEYS -> "to manage keys";
        };
    }
}
