package io.weir.dsl.syntax;

import org.jspecify.annotations.Nullable;

/** Goes by the kind of an expression; a new kind does not compile until every visitor knows it. */
public interface ExpressionVisitor<R> {

    @Nullable
    R visitUnreadable(Expression.Unreadable unreadable);

    @Nullable
    R visitPath(Expression.Path path);

    @Nullable
    R visitNumberLiteral(Expression.NumberLiteral numberLiteral);

    @Nullable
    R visitQuantity(Expression.Quantity quantity);

    @Nullable
    R visitMoneyLiteral(Expression.MoneyLiteral moneyLiteral);

    @Nullable
    R visitTextLiteral(Expression.TextLiteral textLiteral);

    @Nullable
    R visitBoolLiteral(Expression.BoolLiteral boolLiteral);

    @Nullable
    R visitTimestampLiteral(Expression.TimestampLiteral timestampLiteral);

    @Nullable
    R visitListLiteral(Expression.ListLiteral listLiteral);

    @Nullable
    R visitListReference(Expression.ListReference listReference);

    @Nullable
    R visitGrouped(Expression.Grouped grouped);

    @Nullable
    R visitNot(Expression.Not not);

    @Nullable
    R visitAnd(Expression.And and);

    @Nullable
    R visitOr(Expression.Or or);

    @Nullable
    R visitNegate(Expression.Negate negate);

    @Nullable
    R visitBinary(Expression.Binary binary);

    @Nullable
    R visitMembership(Expression.Membership membership);

    @Nullable
    R visitBetween(Expression.Between between);

    @Nullable
    R visitPresence(Expression.Presence presence);

    @Nullable
    R visitElse(Expression.Else orElse);

    @Nullable
    R visitCall(Expression.Call call);

    @Nullable
    R visitAggregation(Expression.Aggregation aggregation);

    @Nullable
    R visitTally(Expression.Tally tally);

    @Nullable
    R visitScore(Expression.Score score);

    @Nullable
    R visitPrevious(Expression.Previous previous);

    @Nullable
    R visitTrend(Expression.Trend trend);

    @Nullable
    R visitTravel(Expression.Travel travel);

    @Nullable
    R visitConversion(Expression.Conversion conversion);

    @Nullable
    R visitLookup(Expression.Lookup lookup);

    @Nullable
    R visitFollow(Expression.Follow follow);

    @Nullable
    R visitRecordLiteral(Expression.RecordLiteral recordLiteral);
}
