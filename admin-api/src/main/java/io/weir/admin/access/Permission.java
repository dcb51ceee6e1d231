package io.weir.admin.access;

import java.util.Locale;

/** What a route asks of whoever calls it. */
public enum Permission {
    /** See rules, models, lists, releases, status and alerts; check rules. */
    VIEW,
    /** Publish something; what, the next two say. */
    PUBLISH,
    /** Publish, pause, resume and retire rules and declarations, put entries into lists. */
    CHANGE_RULES,
    /** Push models, and retire them. */
    CHANGE_MODELS,
    /** See and give out keys. */
    MANAGE_KEYS;

    /** As clients read it: {@code change-rules}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
