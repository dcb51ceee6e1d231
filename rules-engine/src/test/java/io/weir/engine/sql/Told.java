package io.weir.engine.sql;

import java.util.List;

/** What both engines are told. */
record Told(List<Reading> readings, List<Price> prices) {

    static Told of(long seed, int keys, int eachKey) {
        RandomReadings random = new RandomReadings(seed);
        return new Told(random.of(keys, eachKey), random.prices(eachKey));
    }
}
