package io.weir.dsl.plan;

import java.util.Locale;

/** Names as they stand in ids and keys. */
public final class Slug {

    private Slug() {}

    /** Lower case; each run of anything but a–z and 0–9 becomes one dash, none at the ends. */
    public static String of(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
