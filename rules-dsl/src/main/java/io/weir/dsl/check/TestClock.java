package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.syntax.TestDefinition.Moment;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Tells the time of tests: their day 0 is 2024-01-01, UTC. */
final class TestClock {

    private static final long DAY_0 =
            LocalDate.of(2024, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
    private static final long DAY = 86_400_000;
    private static final long LAST_DAY = 9_999;

    private final Problems problems;

    TestClock(Problems problems) {
        this.problems = problems;
    }

    /** In milliseconds since the epoch; null, and reported, where the day is too far off. */
    @Nullable
    Long millis(Moment moment) {
        if (moment.day() > LAST_DAY) {
            problems.report(Code.STRANGE_MOMENT, moment.span(), "day " + moment.day())
                    .help("days count from 0, which is 2024-01-01, to 9,999");
            return null;
        }
        return DAY_0 + moment.day() * DAY + moment.millis();
    }
}
