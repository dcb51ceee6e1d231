package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.NearNames;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.plan.Severity;
import io.weir.dsl.syntax.Name;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The names of severities. */
final class Severities {

    private static final List<String> ALL =
            Arrays.stream(Severity.values()).map(Severities::text).toList();

    private Severities() {}

    /** The severity of that name; null, and reported, where there is none. */
    static @Nullable Severity of(Problems problems, Names names, Name name) {
        names.couldBe(name, () -> new Candidates().and(Target.Kind.WORD, ALL), Wanted.NAME);
        int known = ALL.indexOf(name.text());
        if (known < 0) {
            problems.report(Code.UNKNOWN_SEVERITY, name.span(), name.text())
                    .help("a severity is " + Phrases.oneOf(ALL))
                    .suggest(NearNames.nearest(name.text(), ALL), name.span(), "");
        }
        return known < 0 ? null : Severity.values()[known];
    }

    static String text(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
