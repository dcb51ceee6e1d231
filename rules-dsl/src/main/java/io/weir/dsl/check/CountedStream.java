package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.NearNames;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds whose events an aggregate reads: the stream that it names, otherwise the rule's own. */
final class CountedStream {

    private final RuleContext rule;

    CountedStream(RuleContext rule) {
        this.rule = rule;
    }

    /** The stream of {@code count of E}. */
    @Nullable
    StreamSymbol events(Expression.Aggregation source) {
        List<Name> names = ((Expression.Path) source.operand()).names();
        if (names.size() == 1) {
            return named(names.get(0));
        }
        rule.report(Code.UNKNOWN_STREAM, source.operand().span(), Dotted.text(names))
                .help("'count of' counts events: write the event's name alone");
        return null;
    }

    @Nullable
    StreamSymbol ofOperand(Expression.Aggregation source) {
        List<Name> qualifiers = ExpressionParts.paths(source.operand())
                .filter(path -> path.names().size() > 1 && !isOfRecord(path))
                .map(path -> path.names().get(0))
                .toList();
        Name named = qualifiers.stream()
                .filter(name -> rule.names().stream(name.text()) != null)
                .findFirst()
                .orElse(qualifiers.isEmpty() ? null : qualifiers.get(0));
        if (named != null) {
            return named(named);
        } else if (rule.isBlind()) {
            return null;
        } else if (rule.watched().size() > 1) {
            rule.report(
                            Code.SEVERAL_STREAMS,
                            source.operand().span(),
                            source.function().text())
                    .help("put the event's name before the field, as in "
                            + rule.watched().get(0).stream().name() + ".amount");
            return null;
        }
        return read(rule.watched().get(0).stream(), source.operand());
    }

    // Before the first dot stands an event, or a record of the rule's own.
    private boolean isOfRecord(Expression.Path path) {
        return rule.names().stream(path.names().get(0).text()) == null
                && rule.watched().stream().anyMatch(watched -> Fields.begins(watched.stream(), path));
    }

    @Nullable
    StreamSymbol named(Name name) {
        StreamSymbol stream = rule.names().stream(name);
        if (stream != null) {
            return read(stream, new Expression.Path(List.of(name), name.span()));
        }
        Watched alias = rule.watched(name.text());
        if (!rule.isBlind() || alias != null) {
            String near = alias == null
                    ? NearNames.nearest(name.text(), rule.names().streamNames())
                    : alias.stream().name();
            rule.report(Code.UNKNOWN_STREAM, name.span(), name.text()).suggest(near, name.span(), "");
        } else {
            unknown(name);
        }
        return null;
    }

    private void unknown(Name name) {
        boolean reported = rule.definition().on().stream()
                .anyMatch(clause -> clause.stream().text().equals(name.text()));
        if (!reported) {
            rule.report(Code.UNKNOWN_STREAM, name.span(), name.text())
                    .suggest(NearNames.nearest(name.text(), rule.names().streamNames()), name.span(), "");
        }
    }

    private StreamSymbol read(StreamSymbol stream, Expression place) {
        if (stream.broken()) {
            rule.breaks();
        }
        new KeyCheck(rule).covers(stream, place.span());
        return stream;
    }
}
