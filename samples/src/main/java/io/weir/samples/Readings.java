package io.weir.samples;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Refrigerated loads report their temperature. Sometimes a door does not close. */
public final class Readings implements Story {

    private final Random random;
    private final int sensors;
    private final Incidents<Reading> incidents;

    private record Reading(String sensorId, int tenths) {}

    public Readings(long seed, int eventsPerSecond) {
        this.random = new Random(seed);
        this.sensors = Math.max(100, eventsPerSecond * 20);
        this.incidents = new Incidents<>(random, eventsPerSecond, this::openDoor);
    }

    @Override
    public String topic() {
        return "readings";
    }

    @Override
    public byte[] next(long time) {
        Reading incident = incidents.next();
        Reading reading = incident == null ? new Reading(sensor(), 40 + random.nextInt(10)) : incident;
        return EventJson.at(time)
                .put("sensorId", reading.sensorId)
                .put("celsius", BigDecimal.valueOf(reading.tenths, 1))
                .bytes();
    }

    private List<Reading> openDoor() {
        String sensorId = sensor();
        List<Reading> warming = new ArrayList<>();
        for (int tenths = 45; tenths <= 95; tenths += 5) {
            warming.add(new Reading(sensorId, tenths));
        }
        return warming;
    }

    private String sensor() {
        return "truck-" + random.nextInt(sensors);
    }
}
