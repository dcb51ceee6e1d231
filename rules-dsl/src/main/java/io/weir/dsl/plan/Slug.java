package io.weir.dsl.plan;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names as they stand in ids and keys. */
public final class Slug {

    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ENDS = Pattern.compile("^-|-$");

    private Slug() {}

    /** Lower case; each run of anything but a–z and 0–9 becomes one dash, none at the ends. */
    public static String of(String name) {
        String dashed = OTHERS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-");
        return ENDS.matcher(dashed).replaceAll("");
    }
}
