package io.weir.engine.evaluate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import java.util.function.Supplier;

/** Seeded random events of {@link Schemas#EVERYTHING}, with fields missing, null, odd, and others between them. */
final class RandomEvents {

    private static final String[] TEXTS = {
        "", "a", "failed", "Zoë", "\"q\\\"", "日本", "\uD83D\uDE00", "a\tb\u0000c", "ü".repeat(50)
    };

    private final Random random;

    RandomEvents(Random random) {
        this.random = random;
    }

    ObjectNode document() {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        noise(event, 0);
        put(event, "name", text());
        put(event, "ok", random.nextBoolean());
        put(event, "n", random.nextInt(4) == 0 ? random.nextLong() : random.nextInt(100) - 50);
        put(event, "d", decimal());
        noise(event, 1);
        put(event, "f", random.nextBoolean() ? random.nextGaussian() : Double.longBitsToDouble(finite()));
        put(event, "took", random.nextInt(100_000));
        place(event, "place");
        place(event, "target");
        list(event, "tags", this::text);
        list(event, "codes", () -> (long) random.nextInt(20) - 10);
        list(event, "sizes", this::decimal);
        list(event, "fees", () -> BigDecimal.valueOf(random.nextInt(200), random.nextInt(3)));
        put(event, "from", "10.0.0." + random.nextInt(255));
        if (random.nextInt(4) > 0) {
            ObjectNode payment = event.putObject("payment");
            put(payment, "amount", decimal());
            noise(payment, 2);
            put(payment, "currency", random.nextBoolean() ? "EUR" : "USD");
        }
        put(event, "fee", decimal());
        event.put("at", random.nextLong() >> random.nextInt(40));
        noise(event, 3);
        return event;
    }

    private void place(ObjectNode event, String name) {
        if (random.nextInt(4) > 0) {
            event.putObject(name)
                    .put("lon", random.nextDouble() * 360 - 180)
                    .put("lat", random.nextDouble() * 180 - 90);
        }
    }

    private void list(ObjectNode event, String name, Supplier<Object> entry) {
        if (random.nextInt(4) > 0) {
            ArrayNode list = event.putArray(name);
            for (int i = random.nextInt(12); i > 0; i--) {
                list.addPOJO(entry.get());
            }
        }
    }

    private void put(ObjectNode event, String name, Object value) {
        int kind = random.nextInt(8);
        if (kind == 0) {
            event.putNull(name);
        } else if (kind > 1) {
            event.putPOJO(name, value);
        }
    }

    private void noise(ObjectNode event, int number) {
        if (random.nextInt(3) == 0) {
            event.putObject("other" + number)
                    .put("n", 1)
                    .put("at", 2)
                    .putArray("name")
                    .add(1)
                    .addNull();
        }
        if (random.nextInt(3) == 0) {
            event.put("text" + number, text());
        }
    }

    private String text() {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    private BigDecimal decimal() {
        return new BigDecimal(new BigInteger(random.nextInt(90), random), random.nextInt(12))
                .multiply(BigDecimal.valueOf(random.nextInt(3) - 1));
    }

    private long finite() {
        long bits = random.nextLong();
        return Double.isFinite(Double.longBitsToDouble(bits)) ? bits : 0;
    }
}
