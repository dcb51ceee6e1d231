package io.weir.dsl.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the name that was probably meant. */
public final class NearNames {

    private static final int SHORTEST_BEGINNING = 3;

    private NearNames() {}

    /**
     * The nearest candidate by edit distance (a swap of neighbours counts one), otherwise the shortest that begins like that; null
     * where there is neither.
     */
    public static @Nullable String nearest(String written, Collection<String> candidates) {
        String near = byDistance(written, candidates);
        return near == null && written.length() >= SHORTEST_BEGINNING ? byBeginning(written, candidates) : near;
    }

    private static @Nullable String byBeginning(String written, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.regionMatches(true, 0, written, 0, written.length()))
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    private static @Nullable String byDistance(String written, Collection<String> candidates) {
        int limit = Math.max(1, Math.min(written.length(), 30) / 3);
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - written.length()) <= limit)
                .map(candidate -> new Near(candidate, distance(written, candidate)))
                .filter(near -> near.distance <= limit)
                .min(Comparator.comparingInt(Near::distance)
                        .thenComparing(near -> !endAlike(near.name, written))
                        .thenComparing(Near::name))
                .map(Near::name)
                .orElse(null);
    }

    private static boolean endAlike(String one, String other) {
        return one.regionMatches(true, one.length() - 1, other, other.length() - 1, 1);
    }

    private record Near(String name, int distance) {}

    // Optimal string alignment; letter case does not count.
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }
}
