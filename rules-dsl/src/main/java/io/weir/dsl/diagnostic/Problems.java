package io.weir.dsl.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Collects the problems of one file. */
public final class Problems {

    private static final int SHOWN = 500;

    private static final Set<Code> TEARING = EnumSet.of(
            Code.STRANGE_CHARACTER,
            Code.TEXT_NOT_CLOSED,
            Code.NAME_NOT_CLOSED,
            Code.EXPECTED,
            Code.NOT_AVAILABLE,
            Code.NESTED_TOO_DEEP,
            Code.CHAIN_TOO_LONG,
            Code.TOO_MANY_PROBLEMS);

    private final LineIndex lines;
    private final List<Problem> problems = new ArrayList<>();

    public Problems(String file, String text) {
        this.lines = new LineIndex(file, text);
    }

    /** Notes a problem; the arguments fill the code's message. Past 500 a file, further ones are left out. */
    public Problem report(Code code, Span span, Object... arguments) {
        Problem problem = new Problem(code, span, code.message(arguments), lines);
        if (problems.size() < SHOWN) {
            problems.add(problem);
        } else if (problems.size() == SHOWN) {
            problems.add(new Problem(Code.TOO_MANY_PROBLEMS, span, Code.TOO_MANY_PROBLEMS.message(SHOWN), lines));
        }
        return problem;
    }

    public boolean hasErrorWithin(Span span) {
        return has(span, code -> code.level() == Level.ERROR);
    }

    /** True where a part of that span could not be read, so that something may be lacking there. */
    public boolean isTorn(Span span) {
        return has(span, TEARING::contains);
    }

    private boolean has(Span span, Predicate<Code> kind) {
        return problems.stream().anyMatch(problem -> kind.test(problem.code()) && span.contains(problem.span()));
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
