package io.weir.dsl.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects the problems of one file. */
public final class Problems {

    private static final int SHOWN = 500;

    private static final Set<Code> TEARING = EnumSet.of(
            Code.STRANGE_CHARACTER,
            Code.TEXT_NOT_CLOSED,
            Code.NAME_NOT_CLOSED,
            Code.EXPECTED,
            Code.NESTED_TOO_DEEP,
            Code.CHAIN_TOO_LONG,
            Code.TOO_MANY_PROBLEMS);

    private final LineIndex lines;
    private final List<Problem> seen;
    private final List<Problem> problems = new ArrayList<>();

    public Problems(String file, String text) {
        this(new LineIndex(file, text), List.of());
    }

    private Problems(LineIndex lines, List<Problem> seen) {
        this.lines = lines;
        this.seen = seen;
    }

    /** These problems, to which others can be added without changing these. */
    public Problems again() {
        Problems again = new Problems(lines, seen);
        again.problems.addAll(problems);
        return again;
    }

    /** Whether these are the very problems of the others. */
    public boolean areThoseOf(Problems others) {
        return lines == others.lines && problems.equals(others.problems);
    }

    /** An own place for the problems of one part of the text, from which those that stand there already are seen. */
    public Problems within(Span part) {
        return new Problems(
                lines,
                problems.stream()
                        .filter(problem -> part.contains(problem.span()))
                        .toList());
    }

    /** Takes over what was found in a part of a text that now stands so much further on. */
    public void take(Problems part, int movedBy) {
        for (Problem problem : part.problems) {
            add(part.lines == lines && movedBy == 0 ? problem : problem.moved(movedBy, lines));
        }
    }

    /** What was found in that part before it was checked, whatever stands around it. */
    public String seenIn(Span part) {
        return problems.isEmpty()
                ? ""
                : within(part).seen.stream()
                        .map(problem -> problem.signature(part.start()))
                        .collect(Collectors.joining("\n"));
    }

    /** Notes a problem; the arguments fill the code's message. Past 500 a file, further ones are left out. */
    public Problem report(Code code, Span span, Object... arguments) {
        Problem problem = new Problem(code, span, code.message(arguments), lines);
        add(problem);
        return problem;
    }

    private void add(Problem problem) {
        if (problems.size() < SHOWN) {
            problems.add(problem);
        } else if (problems.size() == SHOWN) {
            problems.add(
                    new Problem(Code.TOO_MANY_PROBLEMS, problem.span(), Code.TOO_MANY_PROBLEMS.message(SHOWN), lines));
        }
    }

    public boolean hasErrorWithin(Span span) {
        return has(span, code -> code.level() == Level.ERROR);
    }

    public boolean hasAnyStartingIn(Span span) {
        return problems.stream()
                .anyMatch(problem ->
                        problem.span().start() >= span.start() && problem.span().start() < span.end());
    }

    /** True where a part of that span could not be read, so that something may be lacking there. */
    public boolean isTorn(Span span) {
        return has(span, TEARING::contains);
    }

    /** True where that has been said of a part of that span. */
    public boolean has(Span span, Code code) {
        return has(span, code::equals);
    }

    private boolean has(Span span, Predicate<Code> kind) {
        return Stream.concat(seen.stream(), problems.stream())
                .anyMatch(problem -> kind.test(problem.code()) && span.contains(problem.span()));
    }

    public int count() {
        return problems.size();
    }

    public Place place(Span span) {
        return lines.place(span);
    }

    /** In the order of the text. */
    public List<Diagnostic> diagnostics() {
        return problems.stream()
                .sorted(Comparator.comparing((Problem problem) -> problem.span().start())
                        .thenComparing(problem -> problem.code().id()))
                .map(Problem::diagnostic)
                .toList();
    }
}
