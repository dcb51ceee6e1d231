package io.weir.engine.sql;

import io.weir.engine.evaluate.WeirEngine;
import io.weir.engine.naive.World;
import java.util.List;
import java.util.Map;

/** What rules emit over the same events. */
final class Weir {

    private static final long LONGER_THAN_ANY_WINDOW = 10 * 86_400_000L;

    private final Told told;

    Weir(Told told) {
        this.told = told;
    }

    List<Result> results(String rule) {
        List<Reading> readings = told.readings();
        long end = readings.get(readings.size() - 1).at() + LONGER_THAN_ANY_WINDOW;
        World world = new World(
                Reading.DECLARATIONS,
                List.of(rule),
                readings.stream().map(Reading::event).toList(),
                Map.of("prices", told.prices().stream().map(Price::tableRow).toList()),
                Map.of(),
                Map.of(),
                end,
                0);
        return new WeirEngine(false).run(world).stream().map(Result::of).toList();
    }
}
