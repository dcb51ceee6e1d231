package io.weir.admin.publish;

import org.jspecify.annotations.Nullable;

/**
 * How the rules of a request come into force.
 *
 * @param shadow beside what is live, without acting
 * @param percent for so many of a hundred of their keys; null for as many as now, or all
 * @param warm new ones begin in shadow, for their windows to be filled from retained events before they go live
 */
public record Manner(boolean shadow, @Nullable Integer percent, boolean warm) {

    public Manner(boolean shadow, @Nullable Integer percent) {
        this(shadow, percent, false);
    }

    public static final Manner PLAIN = new Manner(false, null);

    /** Of one that is in force for that share; null for all keys. */
    @Nullable
    Integer percent(@Nullable Integer before) {
        Integer wanted = percent == null ? before : percent;
        return wanted == null || wanted >= 100 ? null : wanted;
    }
}
