package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.NearNames;
import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.AggregateFunction;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Type;
import io.weir.dsl.plan.Window;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.WindowClause;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks what an aggregate counts, of whose events, how far back. */
final class AggregateCheck {

    private final RuleContext rule;

    AggregateCheck(RuleContext rule) {
        this.rule = rule;
    }

    @Nullable
    Expr aggregation(Expression.Aggregation source) {
        rule.requireKey(source.span());
        StreamSymbol stream = source.function() == AggregateFunction.COUNT ? counted(source) : ownOrNamed(source);
        Window window = window(source);
        if (stream == null) {
            return null;
        }
        ExpressionCheck check = new ExpressionCheck(rule, new CountedScope(rule, stream));
        Expr operand = source.function() == AggregateFunction.COUNT
                ? null
                : check.check(source.operand(), wanted(source.function()));
        Type type = type(source, operand);
        Expression where = source.where();
        Expr filter = where == null ? null : check.condition(where, "what stands after 'where'");
        if (window == null || type == null || (where != null && filter == null)) {
            return null;
        }
        return of(source.function(), stream, operand, filter, window, type);
    }

    @Nullable
    Expr tally(Expression.Tally source) {
        rule.requireKey(source.span());
        StreamSymbol stream = stream(source.stream());
        Duration length = new Literals(rule.problems()).window(source.within(), "what stands after 'within'");
        Expr.Constant number = new Literals(rule.problems())
                .number(source.number(), source.number().value());
        if (source.different() != null) {
            rule.report(Code.NOT_AVAILABLE, source.different().span(), "'different'");
            return null;
        } else if (stream == null) {
            return null;
        }
        Expression where = source.where();
        Expr filter = where == null
                ? null
                : new ExpressionCheck(rule, new CountedScope(rule, stream))
                        .condition(where, "what stands after 'where'");
        if (length == null || number == null || (where != null && filter == null)) {
            return null;
        }
        Expr count = of(AggregateFunction.COUNT, stream, null, filter, new Window.Time(length, true), Type.Scalar.INT);
        return new Expr.Binary(source.operator(), count, number, Type.Scalar.BOOL);
    }

    private Expr of(
            AggregateFunction function,
            StreamSymbol stream,
            @Nullable Expr operand,
            @Nullable Expr where,
            Window window,
            Type type) {
        Aggregate unnamed = new Aggregate(function, null, stream.schema(), operand, where, window, type, "");
        return new Expr.AggregateOf(rule.aggregate(unnamed), type);
    }

    private @Nullable StreamSymbol counted(Expression.Aggregation source) {
        List<Name> names = ((Expression.Path) source.operand()).names();
        if (names.size() == 1) {
            return stream(names.get(0));
        }
        rule.report(Code.UNKNOWN_STREAM, source.operand().span(), path(names))
                .help("'count of' counts events: write the event's name alone");
        return null;
    }

    private static String path(List<Name> names) {
        return String.join(".", names.stream().map(Name::text).toList());
    }

    private @Nullable StreamSymbol ownOrNamed(Expression.Aggregation source) {
        Name named = ExpressionParts.paths(source.operand())
                .filter(path -> path.names().size() > 1 && !isOfRecord(path))
                .map(path -> path.names().get(0))
                .findFirst()
                .orElse(null);
        if (named != null) {
            return stream(named);
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
        return keyed(rule.watched().get(0).stream(), source.operand());
    }

    // Before the first dot stands an event, or a record of the rule's own.
    private boolean isOfRecord(Expression.Path path) {
        return rule.names().stream(path.names().get(0).text()) == null
                && rule.watched().stream().anyMatch(watched -> Fields.begins(watched.stream(), path));
    }

    private @Nullable StreamSymbol stream(Name name) {
        StreamSymbol stream = rule.names().stream(name);
        if (stream != null) {
            return keyed(stream, new Expression.Path(List.of(name), name.span()));
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

    private StreamSymbol keyed(StreamSymbol stream, Expression place) {
        if (stream.broken()) {
            rule.breaks();
        }
        new KeyCheck(rule).covers(stream, place.span());
        return stream;
    }

    private @Nullable Window window(Expression.Aggregation source) {
        WindowClause clause = source.window();
        if (clause == null) {
            rule.report(Code.AGGREGATE_WITHOUT_WINDOW, source.span())
                    .help("add for example 'over the last 5 minutes'; before it, a 'where' may stand");
            return null;
        }
        if (!(clause instanceof WindowClause.Time time)) {
            rule.report(Code.NOT_AVAILABLE, clause.span(), "this window");
            return null;
        }
        Duration length = new Literals(rule.problems()).window(time.length(), "a window");
        return length == null ? null : new Window.Time(length, time.includesCurrent());
    }

    private @Nullable Type type(Expression.Aggregation source, @Nullable Expr operand) {
        if (source.function() == AggregateFunction.COUNT) {
            return Type.Scalar.INT;
        } else if (operand == null) {
            return null;
        }
        Type type = result(source.function(), operand.type());
        if (type == null) {
            rule.report(
                    Code.AGGREGATE_TYPE,
                    source.operand().span(),
                    source.function().text(),
                    Phrases.a(operand.type()));
        }
        return type;
    }

    private static Wanted wanted(AggregateFunction function) {
        return type -> result(function, type) != null;
    }

    private static @Nullable Type result(AggregateFunction function, Type type) {
        boolean amount = type.isNumeric() || type instanceof Type.Money;
        boolean time = type == Type.Scalar.TIMESTAMP || type == Type.Scalar.DURATION;
        return switch (function) {
            case COUNT -> Type.Scalar.INT;
            case SUM -> amount ? sum(type) : null;
            case AVERAGE -> amount ? (type == Type.Scalar.INT ? Type.Scalar.DECIMAL : sum(type)) : null;
            case HIGHEST, LOWEST -> amount || time ? type : null;
            default -> null;
        };
    }

    private static Type sum(Type type) {
        return type == Type.Scalar.PROBABILITY ? Type.Scalar.FLOAT : type;
    }
}
