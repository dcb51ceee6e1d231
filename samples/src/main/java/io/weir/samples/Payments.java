package io.weir.samples;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** People pay. Sometimes a card is used far from home, or tried with small sums and then emptied. */
public final class Payments implements Story {

    private static final List<String> COUNTRIES = List.of("DE", "ES", "FR", "IT", "NL", "PL");
    private static final List<String> EVERYDAY = List.of("groceries", "fuel", "restaurant", "clothes", "crypto");
    private static final List<String> RISKY = List.of("jewelry", "crypto", "gift cards");

    private final Random random;
    private final int cards;
    private final Incidents<Payment> incidents;
    private int count;

    private record Payment(String cardId, int cents, String country, String home, String category) {}

    public Payments(long seed, int eventsPerSecond) {
        this.random = new Random(seed);
        this.cards = Math.max(2_000, eventsPerSecond * 500);
        this.incidents = new Incidents<>(random, eventsPerSecond, this::theft);
    }

    @Override
    public String topic() {
        return "payments";
    }

    @Override
    public byte[] next(long time) {
        Payment incident = incidents.next();
        Payment payment = incident == null ? ordinary() : incident;
        return EventJson.at(time)
                .put("paymentId", "p-" + count++)
                .in("card", "id", payment.cardId)
                .put("amount", BigDecimal.valueOf(payment.cents, 2))
                .put("country", payment.country)
                .put("homeCountry", payment.home)
                .put("category", payment.category)
                .bytes();
    }

    private Payment ordinary() {
        String home = pick(COUNTRIES);
        int cents = 200 + (int) (Math.exp(random.nextGaussian()) * 3_000);
        return new Payment(card(), Math.min(cents, 45_000), home, home, pick(EVERYDAY));
    }

    private List<Payment> theft() {
        String cardId = card();
        String home = pick(COUNTRIES);
        List<Payment> payments = new ArrayList<>();
        if (random.nextBoolean()) {
            payments.add(new Payment(cardId, 100_100 + random.nextInt(200_000), "US", home, pick(RISKY)));
            return payments;
        }
        for (int i = 0; i < 7; i++) {
            payments.add(new Payment(cardId, 100 + random.nextInt(200), home, home, "charity"));
        }
        payments.add(new Payment(cardId, 90_000 + random.nextInt(100_000), home, home, pick(RISKY)));
        return payments;
    }

    private String card() {
        return "card-" + random.nextInt(cards);
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
