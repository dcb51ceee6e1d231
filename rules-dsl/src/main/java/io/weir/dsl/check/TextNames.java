package io.weir.dsl.check;

import io.weir.dsl.diagnostic.NearNames;
import io.weir.dsl.diagnostic.Problem;
import io.weir.dsl.diagnostic.Span;
import java.util.Collection;

/** Offers near names that stand in quotes: those of rules and topics. */
final class TextNames {

    private TextNames() {}

    static void suggest(Problem problem, String written, Collection<String> names, Span where) {
        String near = NearNames.nearest(written, names);
        if (near != null) {
            problem.help("did you mean '" + near + "'?").fix("Change to '" + near + "'", where, quoted(near));
        }
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
