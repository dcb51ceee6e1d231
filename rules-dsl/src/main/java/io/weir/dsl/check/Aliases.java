package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.NearNames;
import io.weir.dsl.syntax.Name;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Complains of a name before a dot that is no event of the rule. */
final class Aliases {

    private Aliases() {}

    static void unknown(RuleContext rule, Name name) {
        List<String> aliases = rule.watched().stream().map(Watched::alias).toList();
        rule.report(Code.NOT_AN_EVENT, name.span(), name.text())
                .help("before a dot stands " + Phrases.oneOf(aliases))
                .suggest(NearNames.nearest(name.text(), withRecords(rule, aliases)), name.span(), "");
    }

    private static Set<String> withRecords(RuleContext rule, List<String> aliases) {
        Set<String> names = new TreeSet<>(aliases);
        rule.watched()
                .forEach(watched -> watched.stream().schema().fields().stream()
                        .filter(field -> field.name().contains("."))
                        .forEach(field ->
                                names.add(field.name().substring(0, field.name().indexOf('.')))));
        return names;
    }
}
