package io.weir.cli.test;

import io.weir.dsl.plan.TestPlan;
import io.weir.engine.evaluate.TestOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A test's rows and alerts on one axis of time, as wide however many there are: a line for each event, with how many rows fall on
 * each place ({@code #} for more than 9), and one for the alerts: {@code !} as expected, {@code +} not expected, {@code -} lacking.
 *
 * <pre>
 * Login   1....1....1....2....1
 * alerts  !                   +
 *         00:00:00     00:01:40
 * </pre>
 */
final class Timeline {

    private static final int WIDTH = 61;

    private final long from;
    private final long to;

    private Timeline(LongSummaryStatistics times) {
        this.from = times.getMin();
        this.to = times.getMax();
    }

    /** Nothing where nothing happens and nothing is expected at a certain time. */
    static String of(TestOutcome outcome) {
        Map<String, List<Long>> rows = new LinkedHashMap<>();
        outcome.test()
                .rows()
                .forEach(row -> rows.merge(
                        row.stream().name(),
                        times(row).boxed().toList(),
                        (some, more) ->
                                Stream.concat(some.stream(), more.stream()).toList()));
        LongSummaryStatistics times = LongStream.concat(
                        rows.values().stream().flatMap(List::stream).mapToLong(Long::longValue),
                        outcome.lines().stream()
                                .map(Timeline::time)
                                .filter(Objects::nonNull)
                                .mapToLong(Long::longValue))
                .summaryStatistics();
        return times.getCount() == 0 ? "" : new Timeline(times).drawn(rows, outcome.lines());
    }

    private static LongStream times(TestPlan.Row row) {
        return LongStream.range(0, row.times())
                .map(time -> row.at() + time * row.every().toMillis());
    }

    private static @Nullable Long time(TestOutcome.Line line) {
        return line.happened() != null
                ? (Long) line.happened().time()
                : line.expected() == null ? null : line.expected().at();
    }

    private String drawn(Map<String, List<Long>> rows, List<TestOutcome.Line> lines) {
        int label = Math.max(
                "alerts".length(),
                rows.keySet().stream().mapToInt(String::length).max().orElse(0));
        String drawn = rows.entrySet().stream()
                .map(lane -> padded(lane.getKey(), label) + counts(lane.getValue()) + "\n")
                .collect(Collectors.joining());
        return drawn + padded("alerts", label) + marks(lines) + "\n" + padded("", label) + axis() + "\n";
    }

    private static String padded(String label, int width) {
        return label + " ".repeat(width - label.length() + 2);
    }

    private String counts(List<Long> times) {
        int[] counts = new int[WIDTH];
        times.forEach(time -> counts[column(time)]++);
        StringBuilder lane = new StringBuilder();
        for (int count : counts) {
            lane.append(count == 0 ? '.' : count > 9 ? '#' : (char) ('0' + count));
        }
        return lane.toString();
    }

    // What is wrong hides what is as expected, and what is lacking stands out most.
    private String marks(List<TestOutcome.Line> lines) {
        char[] lane = " ".repeat(WIDTH).toCharArray();
        for (TestOutcome.Line line : lines) {
            Long time = time(line);
            char mark = line.isAsExpected() ? '!' : line.happened() == null ? '-' : '+';
            if (time != null && " !+-".indexOf(mark) > " !+-".indexOf(lane[column(time)])) {
                lane[column(time)] = mark;
            }
        }
        return new String(lane).stripTrailing();
    }

    private String axis() {
        String first = Wording.moment(from);
        String last = Wording.moment(to);
        return from == to ? first : first + " ".repeat(Math.max(1, WIDTH - first.length() - last.length())) + last;
    }

    private int column(long time) {
        return from == to ? 0 : (int) ((time - from) * (WIDTH - 1) / (to - from));
    }
}
