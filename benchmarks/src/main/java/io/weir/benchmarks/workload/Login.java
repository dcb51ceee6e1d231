package io.weir.benchmarks.workload;

import java.math.BigDecimal;
import java.util.Random;

/** A login as its producer knows it; of the 12 fields of its JSON, these are the 5 that rules read. */
public record Login(String userId, String outcome, String country, BigDecimal amount, long at) {

    private static final String[] NAMES = {"DE", "FR", "ES", "IT", "PL", "NL", "US", "BR"};

    /** How many there are; each is as likely as the others. */
    public static final int COUNTRIES = NAMES.length;

    private static final String[] CHANNELS = {"web", "ios", "android", "branch"};

    static Login random(Random random, String userId, boolean failed, long at) {
        String country = NAMES[random.nextInt(COUNTRIES)];
        return new Login(
                userId, failed ? "failed" : "ok", country, BigDecimal.valueOf(100 + random.nextInt(999_900), 2), at);
    }

    /** 250 to 300 bytes: the fields that are read stand among others, as they do in a producer's own format. */
    String json(Random random) {
        return "{\"eventId\":\"" + hex(random) + "\",\"userId\":\"" + userId + "\",\"device\":\"d-"
                + hex(random).substring(4)
                + "\",\"outcome\":\"" + outcome + "\",\"ip\":\"10." + (10 + random.nextInt(90)) + "."
                + (10 + random.nextInt(90)) + "." + (10 + random.nextInt(90)) + "\",\"country\":\"" + country
                + "\",\"amount\":" + amount.toPlainString() + ",\"attempt\":" + random.nextInt(9) + ",\"at\":" + at
                + ",\"session\":\"" + hex(random) + "\",\"channel\":\"" + CHANNELS[random.nextInt(CHANNELS.length)]
                + "\",\"agent\":\"Mozilla/5.0 (X11; Linux x86_64)\"}";
    }

    private static String hex(Random random) {
        return String.format("%016x", random.nextLong());
    }
}
