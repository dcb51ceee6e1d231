package io.weir.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** People log in; some mistype. Sometimes one account is tried a dozen times, and sometimes the last try succeeds. */
public final class Logins implements Story {

    private final Random random;
    private final int users;
    private final Incidents<Login> incidents;

    private record Login(String userId, boolean ok, String address) {}

    public Logins(long seed, int eventsPerSecond) {
        this.random = new Random(seed);
        this.users = Math.max(2_000, eventsPerSecond * 500);
        this.incidents = new Incidents<>(random, eventsPerSecond, this::attack);
    }

    @Override
    public String topic() {
        return "logins";
    }

    @Override
    public byte[] next(long time) {
        Login incident = incidents.next();
        Login login = incident == null ? ordinary() : incident;
        return EventJson.at(time)
                .put("userId", login.userId)
                .put("outcome", login.ok ? "ok" : "failed")
                .put("address", login.address)
                .bytes();
    }

    private Login ordinary() {
        return new Login(user(), random.nextInt(20) > 0, "10.0." + random.nextInt(256) + "." + random.nextInt(256));
    }

    private List<Login> attack() {
        String userId = user();
        String address = "203.0.113." + random.nextInt(256);
        List<Login> tries = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            tries.add(new Login(userId, false, address));
        }
        if (random.nextInt(4) == 0) {
            tries.add(new Login(userId, true, address));
        }
        return tries;
    }

    private String user() {
        return "user-" + random.nextInt(users);
    }
}
