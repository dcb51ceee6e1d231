package io.weir.cli.test;

import io.weir.engine.evaluate.Outcome;
import io.weir.engine.evaluate.TestOutcome;
import io.weir.engine.evaluate.TestOutcome.Line;
import io.weir.engine.evaluate.TestOutcome.Verdict;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells a person what did not pass: failures first, then what was not evaluated. */
final class TestReport {

    private static final int LINES_SHOWN = 40;

    private static final String RED = "31";
    private static final String GREEN = "32";
    private static final String YELLOW = "33";
    private static final String DIM = "2";

    private final boolean colour;

    TestReport(boolean colour) {
        this.colour = colour;
    }

    String of(List<Tested> tested) {
        return Stream.of(Verdict.FAILED, Verdict.NOT_EVALUATED)
                .flatMap(verdict -> tested.stream()
                        .filter(one -> one.outcome().verdict() == verdict)
                        .map(this::told))
                .collect(Collectors.joining("\n"));
    }

    private String told(Tested one) {
        TestOutcome outcome = one.outcome();
        boolean failed = outcome.verdict() == Verdict.FAILED;
        String told = paint(failed ? RED : YELLOW, failed ? "FAILED" : "NOT EVALUATED") + " \"" + one.test()
                + "\" for \"" + one.rule() + "\""
                + (one.place() == null ? "" : paint(DIM, "  " + one.place())) + "\n";
        if (outcome.reason() != null) {
            told += "  " + outcome.reason() + "\n";
        }
        return failed ? told + difference(outcome) + notes(outcome) + timeline(outcome) : told;
    }

    /** All lines where there are few; otherwise the first of what is wrong, of either kind. */
    private String difference(TestOutcome outcome) {
        List<Line> lines = outcome.lines();
        if (lines.size() <= LINES_SHOWN) {
            return lines.stream().map(this::line).collect(Collectors.joining());
        }
        Set<Line> shown = Collections.newSetFromMap(new IdentityHashMap<>());
        Stream.of(wrong(lines, true), wrong(lines, false))
                .forEach(wrong -> wrong.stream().limit(LINES_SHOWN / 2).forEach(shown::add));
        return lines.stream().filter(shown::contains).map(this::line).collect(Collectors.joining())
                + left(wrong(lines, true).size() - LINES_SHOWN / 2, "expected that did not happen")
                + left(wrong(lines, false).size() - LINES_SHOWN / 2, "not expected")
                + left(lines.stream().filter(Line::isAsExpected).count(), "as expected");
    }

    private static List<Line> wrong(List<Line> lines, boolean lacking) {
        return lines.stream()
                .filter(line -> !line.isAsExpected() && (line.happened() == null) == lacking)
                .toList();
    }

    private static String left(long count, String what) {
        return count <= 0 ? "" : "    … " + count + " more " + what + "\n";
    }

    private String line(Line line) {
        Outcome happened = line.happened();
        if (line.expected() != null && happened != null) {
            return "    " + Wording.of(happened) + "\n";
        } else if (happened != null) {
            return "  " + paint(GREEN, "+ " + Wording.of(happened)) + paint(DIM, Wording.comment(happened)) + "\n";
        }
        return line.expected() == null ? "" : "  " + paint(RED, "- " + Wording.of(line.expected())) + "\n";
    }

    private static String notes(TestOutcome outcome) {
        String heldBack = outcome.heldBack() == 0
                ? ""
                : "  'at most once per' held back " + counted(outcome.heldBack(), "alert") + "\n";
        String keyless = outcome.keyless() == 0
                ? ""
                : "  " + counted(outcome.keyless(), "row") + " without the rule's key triggered nothing\n";
        return heldBack + keyless;
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private String timeline(TestOutcome outcome) {
        return Timeline.of(outcome)
                .lines()
                .map(line -> "  " + paint(DIM, line) + "\n")
                .collect(Collectors.joining());
    }

    private String paint(String tint, String text) {
        return colour && !text.isEmpty() ? "\u001b[" + tint + "m" + text + "\u001b[0m" : text;
    }
}
