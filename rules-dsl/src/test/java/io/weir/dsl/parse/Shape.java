package io.weir.dsl.parse;

import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.WindowClause;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints a tree so that a test can say what it expects of it. */
final class Shape {

    private Shape() {}

    static String of(Expression e) {
        if (e instanceof Expression.Path path) {
            return path.names().stream().map(Name::text).collect(Collectors.joining("."));
        } else if (e instanceof Expression.NumberLiteral number) {
            return number.value().toString();
        } else if (e instanceof Expression.Quantity quantity) {
            return quantity.number() + " " + quantity.unit().text();
        } else if (e instanceof Expression.TextLiteral text) {
            return "\"" + text.value() + "\"";
        } else if (e instanceof Expression.Grouped grouped) {
            return "(" + of(grouped.inner()) + ")";
        } else if (e instanceof Expression.Binary binary) {
            return binary.operator().name() + (binary.negated() ? "!" : "") + of(binary.left(), binary.right());
        } else if (e instanceof Expression.And and) {
            return "And" + of(and.operands().toArray(Expression[]::new));
        } else if (e instanceof Expression.Or or) {
            return "Or" + of(or.operands().toArray(Expression[]::new));
        } else if (e instanceof Expression.Not not) {
            return "Not" + of(new Expression[] {not.operand()});
        } else if (e instanceof Expression.Negate negate) {
            return "Negate" + of(new Expression[] {negate.operand()});
        } else if (e instanceof Expression.Else orElse) {
            return "Else" + of(orElse.operand(), orElse.fallback());
        } else if (e instanceof Expression.Presence presence) {
            return "Presence" + (presence.missing() ? "" : "!") + of(new Expression[] {presence.operand()});
        } else if (e instanceof Expression.Between between) {
            return "Between" + of(between.operand(), between.low(), between.high());
        } else if (e instanceof Expression.Membership in) {
            return "Membership" + (in.negated() ? "!" : "") + of(in.operand(), in.list());
        } else if (e instanceof Expression.ListLiteral list) {
            return list.entries().stream().map(Shape::of).collect(Collectors.joining(", ", "[", "]"));
        } else if (e instanceof Expression.Aggregation aggregation) {
            return (aggregation.approximate() ? "~" : "")
                    + aggregation.function().name()
                    + (aggregation.rank() == null ? "" : " " + of(aggregation.rank()))
                    + "(" + of(aggregation.operand())
                    + (aggregation.where() == null ? "" : " where " + of(aggregation.where()))
                    + window(aggregation.window()) + ")";
        } else if (e instanceof Expression.Tally tally) {
            return "Tally(" + (tally.different() == null ? "" : of(tally.different()) + " of ")
                    + tally.stream().text()
                    + (tally.where() == null ? "" : " where " + of(tally.where())) + ")";
        } else if (e instanceof Expression.Conversion conversion) {
            return "To(" + conversion.currency().text() + ", " + of(conversion.operand()) + asOf(conversion.asOf())
                    + ")";
        } else if (e instanceof Expression.Lookup lookup) {
            return lookup.table().text()
                    + (lookup.column() == null ? "" : "." + lookup.column().text())
                    + lookup.keys().stream().map(Shape::of).collect(Collectors.joining(", ", "[", ""))
                    + asOf(lookup.asOf()) + "]";
        } else if (e instanceof Expression.Travel travel) {
            return travel.measure().text() + of(travel.from(), travel.to());
        } else if (e instanceof Expression.Previous previous) {
            return "Previous(" + of(previous.path()) + (previous.within() == null ? "" : " within") + ")";
        } else if (e instanceof Expression.Trend trend) {
            return (trend.increases() ? "Increases(" : "Decreases(") + of(trend.operand()) + ", " + of(trend.times())
                    + (trend.within() == null ? "" : " within") + ")";
        } else if (e instanceof Expression.Follow follow) {
            return (follow.negated() ? "Follow!(" : "Follow(")
                    + follow.streams().stream().map(Name::text).collect(Collectors.joining(" or "))
                    + (follow.alias() == null ? "" : " as " + follow.alias().text())
                    + (follow.where() == null ? "" : " where " + of(follow.where())) + ")";
        }
        return e.getClass().getSimpleName();
    }

    private static String window(@Nullable WindowClause window) {
        if (window instanceof WindowClause.Time time) {
            return time.includesCurrent() ? " last" : " previous";
        } else if (window instanceof WindowClause.Events events) {
            return (events.includesCurrent() ? " last " : " previous ") + of(events.number()) + " events";
        }
        return window == null ? "" : " session";
    }

    private static String asOf(Expression.@Nullable Path time) {
        return time == null ? "" : ", as of " + of(time);
    }

    private static String of(Expression... operands) {
        return List.of(operands).stream().map(Shape::of).collect(Collectors.joining(", ", "(", ")"));
    }
}
