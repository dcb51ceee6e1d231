package io.weir.dsl.format;

import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.ExpressionVisitor;
import io.weir.dsl.syntax.Node;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.WindowClause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Marks where the lines of a long expression may begin: before {@code and} first, deep inside last. */
final class ExpressionMarks implements ExpressionVisitor<Void> {

    private static final int LEVELS = 10;
    private static final int CLAUSE = 1;
    private static final int ARGUMENT = 2;
    private static final int ENTRY = 3;
    private static final int SUM = 4;

    /** The level at which the fields of a record part that stands alone. */
    static final int FIELDS = 2 * LEVELS + ENTRY;

    private final Marks marks;
    private final int rest;
    private int depth;

    private ExpressionMarks(Marks marks, int rest, int depth) {
        this.marks = marks;
        this.rest = rest;
        this.depth = depth;
    }

    /** The condition of a {@code when}, whose {@code and} and {@code or} end where the {@code when} ends. */
    static void condition(Marks marks, Expression expression) {
        expression.accept(new ExpressionMarks(marks, 7, 1));
    }

    /** Any other expression; the indentation is of its further lines. */
    static void value(Marks marks, Expression expression, int rest) {
        expression.accept(new ExpressionMarks(marks, rest, 2));
    }

    private void may(Token token, int kind) {
        marks.at(token, Break.may(depth * LEVELS + kind, rest + 2 * Math.min(5, Math.max(0, depth - 2))));
    }

    private void inside(@Nullable Expression expression) {
        if (expression != null) {
            depth++;
            expression.accept(this);
            depth--;
        }
    }

    private void junction(List<Expression> operands, int indent) {
        operands.stream().skip(1).forEach(operand -> {
            Token word = marks.before(operand, 1);
            if (depth == 1) {
                marks.at(word, Break.may(LEVELS, indent));
            } else {
                may(word, 0);
            }
        });
        operands.forEach(this::inside);
    }

    private void each(List<? extends Node> nodes, int kind) {
        nodes.stream().skip(1).forEach(node -> may(marks.first(node), kind));
    }

    @Override
    public @Nullable Void visitAnd(Expression.And and) {
        junction(and.operands(), 3);
        return null;
    }

    @Override
    public @Nullable Void visitOr(Expression.Or or) {
        junction(or.operands(), 4);
        return null;
    }

    @Override
    public @Nullable Void visitGrouped(Expression.Grouped grouped) {
        inside(grouped.inner());
        return null;
    }

    @Override
    public @Nullable Void visitNot(Expression.Not not) {
        inside(not.operand());
        return null;
    }

    @Override
    public @Nullable Void visitNegate(Expression.Negate negate) {
        marks.tight(marks.first(negate.operand()));
        inside(negate.operand());
        return null;
    }

    @Override
    public @Nullable Void visitBinary(Expression.Binary binary) {
        if (binary.operator().isArithmetic()) {
            may(marks.before(binary.right(), 1), SUM);
            binary.left().accept(this);
        } else {
            inside(binary.left());
        }
        inside(binary.right());
        return null;
    }

    @Override
    public @Nullable Void visitMembership(Expression.Membership membership) {
        inside(membership.operand());
        inside(membership.list());
        return null;
    }

    @Override
    public @Nullable Void visitBetween(Expression.Between between) {
        inside(between.operand());
        inside(between.low());
        inside(between.high());
        return null;
    }

    @Override
    public @Nullable Void visitPresence(Expression.Presence presence) {
        inside(presence.operand());
        return null;
    }

    @Override
    public @Nullable Void visitElse(Expression.Else orElse) {
        inside(orElse.operand());
        inside(orElse.fallback());
        return null;
    }

    @Override
    public @Nullable Void visitCall(Expression.Call call) {
        marks.tight(marks.after(call.function()));
        each(call.arguments(), ARGUMENT);
        call.arguments().forEach(this::inside);
        return null;
    }

    @Override
    public @Nullable Void visitAggregation(Expression.Aggregation aggregation) {
        inside(aggregation.operand());
        where(aggregation.where());
        if (aggregation.window() != null) {
            may(marks.first(aggregation.window()), CLAUSE);
            if (aggregation.window() instanceof WindowClause.Time time) {
                inside(time.length());
            }
        }
        return null;
    }

    @Override
    public @Nullable Void visitTally(Expression.Tally tally) {
        where(tally.where());
        within(tally.within());
        return null;
    }

    private void within(@Nullable Expression within) {
        if (within != null) {
            may(marks.before(within, 1), CLAUSE);
            inside(within);
        }
    }

    private void where(@Nullable Expression where) {
        if (where != null) {
            may(marks.before(where, 1), CLAUSE);
            inside(where);
        }
    }

    @Override
    public @Nullable Void visitScore(Expression.Score score) {
        if (!score.given().isEmpty()) {
            may(marks.before(score.given().get(0), 1), CLAUSE);
            each(score.given(), ARGUMENT);
            score.given().forEach(argument -> inside(argument.value()));
        }
        return null;
    }

    @Override
    public @Nullable Void visitListLiteral(Expression.ListLiteral list) {
        each(list.entries(), ENTRY);
        marks.dropCommaBefore(marks.index(list.span().end()) - 1);
        list.entries().forEach(this::inside);
        return null;
    }

    @Override
    public @Nullable Void visitQuantity(Expression.Quantity quantity) {
        return null;
    }

    @Override
    public @Nullable Void visitUnreadable(Expression.Unreadable unreadable) {
        return null;
    }

    @Override
    public @Nullable Void visitPath(Expression.Path path) {
        return null;
    }

    @Override
    public @Nullable Void visitNumberLiteral(Expression.NumberLiteral numberLiteral) {
        return null;
    }

    @Override
    public @Nullable Void visitMoneyLiteral(Expression.MoneyLiteral moneyLiteral) {
        return null;
    }

    @Override
    public @Nullable Void visitTextLiteral(Expression.TextLiteral textLiteral) {
        return null;
    }

    @Override
    public @Nullable Void visitBoolLiteral(Expression.BoolLiteral boolLiteral) {
        return null;
    }

    @Override
    public @Nullable Void visitTimestampLiteral(Expression.TimestampLiteral timestampLiteral) {
        return null;
    }

    @Override
    public @Nullable Void visitListReference(Expression.ListReference listReference) {
        return null;
    }

    @Override
    public @Nullable Void visitPrevious(Expression.Previous previous) {
        within(previous.within());
        return null;
    }

    @Override
    public @Nullable Void visitTrend(Expression.Trend trend) {
        inside(trend.operand());
        within(trend.within());
        return null;
    }

    @Override
    public @Nullable Void visitTravel(Expression.Travel travel) {
        inside(travel.from());
        may(marks.before(travel.to(), 1), CLAUSE);
        inside(travel.to());
        return null;
    }

    @Override
    public @Nullable Void visitConversion(Expression.Conversion conversion) {
        inside(conversion.operand());
        asOf(conversion.asOf());
        return null;
    }

    @Override
    public @Nullable Void visitLookup(Expression.Lookup lookup) {
        marks.tight(marks.after(lookup.table()));
        each(lookup.keys(), ARGUMENT);
        lookup.keys().forEach(this::inside);
        asOf(lookup.asOf());
        return null;
    }

    private void asOf(Expression.@Nullable Path time) {
        if (time != null) {
            may(marks.before(time, 2), CLAUSE);
        }
    }

    @Override
    public @Nullable Void visitFollow(Expression.Follow follow) {
        where(follow.where());
        within(follow.within());
        return null;
    }

    @Override
    public @Nullable Void visitRecordLiteral(Expression.RecordLiteral recordLiteral) {
        each(recordLiteral.fields(), ENTRY);
        marks.dropCommaBefore(marks.index(recordLiteral.span().end()) - 1);
        recordLiteral.fields().forEach(field -> inside(field.value()));
        return null;
    }
}
