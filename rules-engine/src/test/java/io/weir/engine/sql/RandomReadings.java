package io.weir.engine.sql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Seeded random readings of many keys, in order. What windows end on happens often: the same time, full hours and round distances, two
 * milliseconds beside them, and long pauses. No time is odd, so that a query may put a bound between two times.
 */
final class RandomReadings {

    static final String[] TEXTS = {"a", "b", "c", "d"};

    private static final long START = 1_704_067_200_000L;
    private static final long MINUTE = 60_000;

    private final Random random;

    RandomReadings(long seed) {
        random = new Random(seed);
    }

    List<Reading> of(int keys, int eachKey) {
        List<Reading> all = new ArrayList<>();
        for (int key = 0; key < keys; key++) {
            long[] times = times(eachKey);
            int missing = random.nextBoolean() ? 4 : 40;
            long walk = 0;
            Long before = null;
            for (int i = 0; i < eachKey; i++) {
                boolean tail = i + 1 == eachKey || times[i + 1] > times[i];
                // Prices that rise and fall in runs, for what sequences look for.
                walk += random.nextInt(5) - 2;
                Long n = maybe(missing, walk);
                all.add(new Reading(
                        0,
                        "k" + key,
                        times[i],
                        tail,
                        n,
                        maybe(missing, BigDecimal.valueOf(random.nextInt(20_000) - 5_000, random.nextInt(4))),
                        maybe(missing, TEXTS[random.nextInt(TEXTS.length)]),
                        maybe(missing, random.nextInt(3) > 0),
                        before));
                before = n;
            }
        }
        all.sort(Comparator.comparingLong(Reading::at));
        return numbered(all);
    }

    private long[] times(int count) {
        long[] times = new long[count];
        long now = START + random.nextInt(120) * MINUTE;
        for (int i = 0; i < count; i++) {
            times[i] = now;
            now += pause();
        }
        return times;
    }

    private long pause() {
        return switch (random.nextInt(10)) {
            case 0, 1 -> 0;
            case 2 -> 2;
            case 3 -> 30 * MINUTE + 2 * random.nextInt(3) - 2;
            case 4 -> 60 * MINUTE;
            case 5 -> random.nextInt(200) * MINUTE;
            default -> random.nextInt(20) * MINUTE;
        };
    }

    /** Versions of what a text costs over the same days, some ended. */
    List<Price> prices(int count) {
        TreeMap<Long, Price> prices = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            long validFrom = START + random.nextInt(6 * 24 * 60) * MINUTE;
            String name = TEXTS[random.nextInt(TEXTS.length - 1)];
            BigDecimal price = BigDecimal.valueOf(random.nextInt(1_000), random.nextInt(3));
            prices.put(validFrom, new Price(name, validFrom, random.nextInt(4) == 0 ? null : price));
        }
        return List.copyOf(prices.values());
    }

    private static List<Reading> numbered(List<Reading> sorted) {
        List<Reading> numbered = new ArrayList<>();
        for (Reading one : sorted) {
            numbered.add(new Reading(
                    numbered.size(), one.k(), one.at(), one.tail(), one.n(), one.d(), one.t(), one.ok(), one.before()));
        }
        return numbered;
    }

    private <T> @Nullable T maybe(int missing, T value) {
        return random.nextInt(missing) == 0 ? null : value;
    }
}
