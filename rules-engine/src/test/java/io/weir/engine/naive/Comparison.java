package io.weir.engine.naive;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lets two engines evaluate the same worlds. Where they differ it says so with the smallest world in which they do.
 *
 * <pre>{@code
 * Comparison comparison = new Comparison(new NaiveEngine(), engine);
 * for (long seed = 0; seed < 1_000; seed++) {
 *     comparison.check(seed, new RandomWorld(seed, constructs).world());
 * }
 * }</pre>
 */
public final class Comparison {

    private final Engine expected;
    private final Engine actual;

    public Comparison(Engine expected, Engine actual) {
        this.expected = expected;
        this.actual = actual;
    }

    /** Throws where they differ. */
    public void check(long seed, World world) {
        if (differs(world)) {
            World smallest = new Shrinker(this::differs).shrink(world);
            throw new AssertionError("seed " + seed + "\n" + report(smallest));
        }
    }

    boolean differs(World world) {
        return !lines(expected, world).equals(lines(actual, world));
    }

    // What an engine throws is its answer.
    private static List<String> lines(Engine engine, World world) {
        try {
            return engine.run(world).stream().map(Outcome::line).sorted().toList();
        } catch (RuntimeException e) {
            return List.of("failed: " + e);
        }
    }

    String report(World world) {
        List<String> wanted = lines(expected, world);
        List<String> got = lines(actual, world);
        return world.describe() + "\nmissing (sent by the reference alone)\n" + indented(without(wanted, got))
                + "\nunexpected (not sent by the reference)\n" + indented(without(got, wanted)) + "\nsent by both\n"
                + indented(without(wanted, without(wanted, got)));
    }

    private static List<String> without(List<String> lines, List<String> others) {
        List<String> rest = new ArrayList<>(lines);
        others.forEach(rest::remove);
        return rest;
    }

    private static String indented(List<String> lines) {
        return lines.stream().map(line -> "  " + line).collect(Collectors.joining("\n"));
    }
}
