package io.weir.benchmarks.workload;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * An endless topic of logins in memory: each partition has its own users, as a producer that keys by user makes it, and one event a
 * millisecond, in order. 1 user in 200 is under attack. Events are drawn once and come round again at later times.
 */
public final class LoginFeed {

    public static final int PARTITIONS = 2;

    private static final long START = 1_767_225_600_000L;
    private static final int ROUND = 1 << 16;
    private static final int TIME_DIGITS = 13;
    private static final int USERS_PER_PARTITION = 5_000;
    private static final int ATTACKED_EVERY = 200;

    private final Login[][] logins = new Login[PARTITIONS][ROUND];
    private final byte[][][] templates = new byte[PARTITIONS][ROUND][];
    private final int[][] timeAt = new int[PARTITIONS][ROUND];

    public LoginFeed(long seed) {
        Random random = new Random(seed);
        for (int partition = 0; partition < PARTITIONS; partition++) {
            for (int i = 0; i < ROUND; i++) {
                draw(random, partition, i);
            }
        }
    }

    private void draw(Random random, int partition, int i) {
        int user = random.nextInt(USERS_PER_PARTITION);
        boolean failed = random.nextInt(100) < (user % ATTACKED_EVERY == 0 ? 90 : 5);
        String userId = String.format("user-%06d", user * PARTITIONS + partition);
        logins[partition][i] = Login.random(random, userId, failed, START);
        String json = logins[partition][i].json(random);
        templates[partition][i] = json.getBytes(StandardCharsets.UTF_8);
        timeAt[partition][i] = json.indexOf("\"at\":") + 5;
    }

    /** What the event says, but for its time. */
    public Login login(int partition, long sequence) {
        return logins[partition][(int) (sequence % ROUND)];
    }

    public long time(long sequence) {
        return START + sequence;
    }

    /** The event as JSON, in an array of its own. */
    public byte[] event(int partition, long sequence) {
        int i = (int) (sequence % ROUND);
        byte[] event = templates[partition][i].clone();
        long rest = time(sequence);
        for (int at = timeAt[partition][i] + TIME_DIGITS - 1; at >= timeAt[partition][i]; at--) {
            event[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return event;
    }
}
