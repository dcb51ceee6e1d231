package io.weir.dsl.json;

import static io.weir.dsl.json.Kind.kind;
import static io.weir.dsl.json.Steps.choice;
import static io.weir.dsl.json.Steps.each;
import static io.weir.dsl.json.Steps.expression;
import static io.weir.dsl.json.Steps.leadingNumber;
import static io.weir.dsl.json.Steps.one;
import static io.weir.dsl.json.Steps.say;

import io.weir.dsl.syntax.Body;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.TemplateText;
import io.weir.dsl.syntax.Unit;
import java.util.List;
import java.util.stream.Stream;

/** Names, literals, and what they are joined with. */
final class ExpressionKinds {

    private static final Shape.Node EXPRESSION = Shape.Node.of(Family.EXPRESSION);

    static final List<Kind<?>> ALL = List.of(
            Kind.leaf(Leaf.NAME, Name.class),
            Kind.leaf(Leaf.TITLE, Name.class),
            Kind.leaf(Leaf.CURRENCY, Name.class),
            Kind.leaf(Leaf.TEMPLATE, TemplateText.class),
            Kind.leaf(Leaf.QUANTIFIER, Body.Quantifier.class),
            Kind.leaf(Leaf.CLOCK, String.class),
            Kind.leaf(Leaf.TEXT, Expression.TextLiteral.class).in(Family.EXPRESSION, Family.ENTRY, Family.VALUE),
            Kind.leaf(Leaf.NUMBER, Expression.NumberLiteral.class)
                    .in(Family.EXPRESSION, Family.NUMERAL, Family.ENTRY, Family.VALUE),
            kind(
                            "quantity",
                            Expression.Quantity.class,
                            leadingNumber("number", Expression.Quantity::number, Expression.Quantity::span),
                            choice(
                                    "unit",
                                    Shape.Choice.of(Stream.of(Unit.Dimension.values())
                                            .flatMap(dimension -> Unit.words(dimension).stream())
                                            .toArray(String[]::new)),
                                    (quantity, spelling) -> spelling.unit(quantity)))
                    .in(Family.EXPRESSION, Family.AMOUNT, Family.NUMERAL, Family.ENTRY, Family.VALUE),
            kind(
                            "money",
                            Expression.MoneyLiteral.class,
                            leadingNumber("amount", Expression.MoneyLiteral::amount, Expression.MoneyLiteral::span),
                            one("currency", Leaf.CURRENCY, Expression.MoneyLiteral::currency))
                    .in(Family.EXPRESSION, Family.AMOUNT, Family.NUMERAL, Family.ENTRY, Family.VALUE),
            kind(
                            "bool",
                            Expression.BoolLiteral.class,
                            one(Kind.VALUE, new Shape.Truth(), Expression.BoolLiteral::value))
                    .in(Family.EXPRESSION, Family.ENTRY, Family.VALUE),
            kind(
                            "timestamp",
                            Expression.TimestampLiteral.class,
                            say("timestamp"),
                            one(Kind.VALUE, Leaf.TEXT, Expression.TimestampLiteral::text))
                    .in(Family.EXPRESSION, Family.ENTRY, Family.VALUE),
            kind(
                            "path",
                            Expression.Path.class,
                            each("names", ".", Leaf.NAME, Expression.Path::names)
                                    .least(1))
                    .in(Family.EXPRESSION, Family.ENTRIES),
            kind(
                            "listLiteral",
                            Expression.ListLiteral.class,
                            say("["),
                            each("entries", ",", Shape.Node.of(Family.ENTRY), Expression.ListLiteral::entries),
                            say("]"))
                    .in(Family.EXPRESSION, Family.ENTRIES, Family.VALUE),
            kind(
                            "listReference",
                            Expression.ListReference.class,
                            say("@"),
                            one("name", Leaf.NAME, Expression.ListReference::name))
                    .in(Family.EXPRESSION, Family.ENTRIES),
            kind(
                            "grouped",
                            Expression.Grouped.class,
                            say("("),
                            expression("inner", Place.WHOLE, Expression.Grouped::inner),
                            say(")"))
                    .in(Family.EXPRESSION),
            kind(
                            "or",
                            Expression.Or.class,
                            each("operands", "or", EXPRESSION, Place.OPERAND_OF_OR, Expression.Or::operands)
                                    .least(2))
                    .in(Family.EXPRESSION)
                    .at(Level.OR),
            kind(
                            "and",
                            Expression.And.class,
                            each("operands", "and", EXPRESSION, Place.OPERAND_OF_AND, Expression.And::operands)
                                    .least(2))
                    .in(Family.EXPRESSION)
                    .at(Level.AND),
            kind(
                            "not",
                            Expression.Not.class,
                            say("not"),
                            expression("operand", Place.OPERAND_OF_AND, Expression.Not::operand))
                    .in(Family.EXPRESSION)
                    .at(Level.NOT),
            kind(
                            "comparison",
                            Expression.Binary.class,
                            expression("left", Place.OPERAND, Expression.Binary::left),
                            choice("operator", Operators.COMPARISONS, Operators::of),
                            expression("right", Place.OPERAND, Expression.Binary::right))
                    .where(binary -> !binary.operator().isArithmetic())
                    .in(Family.EXPRESSION)
                    .at(Level.COMPARISON),
            kind(
                            "addition",
                            Expression.Binary.class,
                            expression("left", Place.OPERAND, Expression.Binary::left),
                            choice("operator", Operators.ADDITIONS, Operators::of),
                            expression("right", Place.FACTOR, Expression.Binary::right))
                    .where(binary -> Operators.isAddition(binary.operator()))
                    .in(Family.EXPRESSION)
                    .at(Level.SUM),
            kind(
                            "multiplication",
                            Expression.Binary.class,
                            expression("left", Place.FACTOR, Expression.Binary::left),
                            choice("operator", Operators.MULTIPLICATIONS, Operators::of),
                            expression("right", Place.SIGNED, Expression.Binary::right))
                    .where(binary -> binary.operator().isArithmetic() && !Operators.isAddition(binary.operator()))
                    .in(Family.EXPRESSION)
                    .at(Level.PRODUCT),
            kind(
                            "negation",
                            Expression.Negate.class,
                            say("-"),
                            expression("operand", Place.SIGNED, Expression.Negate::operand))
                    .in(Family.EXPRESSION, Family.ENTRY, Family.VALUE)
                    .at(Level.SIGNED),
            kind(
                            "membership",
                            Expression.Membership.class,
                            expression("operand", Place.OPERAND, Expression.Membership::operand),
                            choice("operator", Operators.MEMBERSHIPS, Operators::of),
                            one("in", Family.ENTRIES, Expression.Membership::list))
                    .in(Family.EXPRESSION)
                    .at(Level.COMPARISON),
            kind(
                            "between",
                            Expression.Between.class,
                            expression("operand", Place.OPERAND, Expression.Between::operand),
                            choice("operator", Shape.Choice.of("between", "not between"), Operators::of),
                            expression("low", Place.OPERAND, Expression.Between::low),
                            say("and"),
                            expression("high", Place.OPERAND, Expression.Between::high))
                    .in(Family.EXPRESSION)
                    .at(Level.COMPARISON),
            kind(
                            "presence",
                            Expression.Presence.class,
                            expression("operand", Place.OPERAND, Expression.Presence::operand),
                            choice("operator", Operators.PRESENCES, Operators::of))
                    .in(Family.EXPRESSION)
                    .at(Level.COMPARISON),
            kind(
                            "else",
                            Expression.Else.class,
                            expression("operand", Place.PRIMARY, Expression.Else::operand),
                            say("else"),
                            expression("fallback", Place.SIGNED, Expression.Else::fallback))
                    .in(Family.EXPRESSION)
                    .at(Level.ELSE),
            kind(
                            "call",
                            Expression.Call.class,
                            one("function", Leaf.NAME, Expression.Call::function),
                            say("("),
                            each("arguments", ",", EXPRESSION, Place.CLAUSE, Expression.Call::arguments),
                            say(")"))
                    .in(Family.EXPRESSION));

    private ExpressionKinds() {}
}
