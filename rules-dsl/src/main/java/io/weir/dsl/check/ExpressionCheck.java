package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Operator;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.ExpressionVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gives an expression its type and its meaning at a place of a rule; null, and reported, where it has none. */
final class ExpressionCheck implements ExpressionVisitor<Expr> {

    private final RuleContext rule;
    private final Scope scope;
    private final LiteralCheck literals;
    private final OperatorCheck operators;

    ExpressionCheck(RuleContext rule, Scope scope) {
        this.rule = rule;
        this.scope = scope;
        this.literals = new LiteralCheck(rule.problems());
        this.operators = new OperatorCheck(rule);
    }

    @Nullable
    Expr check(Expression expression) {
        return expression.accept(this);
    }

    @Nullable
    Expr check(Expression expression, Wanted wanted) {
        return expression instanceof Expression.Path path ? resolve(path, wanted) : check(expression);
    }

    /** An expression that must be true or false, and should not be false for good. */
    @Nullable
    Expr condition(Expression expression, String subject) {
        Expr checked = truth(expression, subject);
        if (checked instanceof Expr.Constant constant && constant.value().equals(false)) {
            rule.lint((problems, context) -> problems.report(Code.NEVER_TRUE, expression.span()));
        }
        return checked;
    }

    private @Nullable Expr truth(Expression expression, String subject) {
        Expr checked = check(expression, Wanted.CONDITION);
        if (checked != null && checked.type() != Type.Scalar.BOOL) {
            rule.report(Code.NOT_TRUE_OR_FALSE, expression.span(), subject, Phrases.a(checked.type()));
            return null;
        }
        return checked;
    }

    private void lintMissing(Expression source, Expr negated) {
        rule.lint(new MissingLint(source.span(), negated, scope.refusal() == null && rule.reach() == null));
    }

    @Override
    public @Nullable Expr visitUnreadable(Expression.Unreadable unreadable) {
        rule.breaks();
        rule.losesState();
        return null;
    }

    @Override
    public @Nullable Expr visitPath(Expression.Path path) {
        return resolve(path, Wanted.ANYTHING);
    }

    private @Nullable Expr resolve(Expression.Path path, Wanted wanted) {
        rule.names().mayLookBack(path, scope.refusal() == null);
        Expr value = scope.resolve(path, wanted);
        new Meanings(rule).note(path, value);
        return value;
    }

    @Override
    public @Nullable Expr visitNumberLiteral(Expression.NumberLiteral number) {
        return literals.constant(number);
    }

    @Override
    public @Nullable Expr visitQuantity(Expression.Quantity quantity) {
        return literals.constant(quantity);
    }

    @Override
    public @Nullable Expr visitMoneyLiteral(Expression.MoneyLiteral money) {
        return literals.constant(money);
    }

    @Override
    public @Nullable Expr visitTextLiteral(Expression.TextLiteral text) {
        return literals.constant(text);
    }

    @Override
    public @Nullable Expr visitBoolLiteral(Expression.BoolLiteral bool) {
        return literals.constant(bool);
    }

    @Override
    public @Nullable Expr visitTimestampLiteral(Expression.TimestampLiteral timestamp) {
        return literals.constant(timestamp);
    }

    @Override
    public @Nullable Expr visitListLiteral(Expression.ListLiteral list) {
        rule.report(Code.LIST_ALONE, list.span());
        return null;
    }

    @Override
    public @Nullable Expr visitListReference(Expression.ListReference list) {
        rule.report(Code.LIST_ALONE, list.span());
        return null;
    }

    @Override
    public @Nullable Expr visitGrouped(Expression.Grouped grouped) {
        return check(grouped.inner());
    }

    @Override
    public @Nullable Expr visitNot(Expression.Not not) {
        Expr operand = truth(not.operand(), "what 'not' turns around");
        if (operand == null) {
            return null;
        }
        lintMissing(not, operand);
        return new Expr.Not(operand);
    }

    @Override
    public @Nullable Expr visitAnd(Expression.And and) {
        List<Expr> operands = conditions(and.operands(), "each side of 'and'");
        return operands == null ? null : possible(and, new Expr.And(operands));
    }

    private Expr possible(Expression source, Expr.And and) {
        rule.lint(new ContradictionLint(source.span(), and));
        return and;
    }

    @Override
    public @Nullable Expr visitOr(Expression.Or or) {
        List<Expr> operands = conditions(or.operands(), "each side of 'or'");
        return operands == null ? null : new Expr.Or(operands);
    }

    private @Nullable List<Expr> conditions(List<Expression> operands, String subject) {
        List<Expr> checked = new ArrayList<>();
        for (Expression operand : operands) {
            Expr condition = condition(operand, subject);
            if (condition != null) {
                checked.add(condition);
            }
        }
        return checked.size() == operands.size() ? checked : null;
    }

    @Override
    public @Nullable Expr visitNegate(Expression.Negate negate) {
        if (LiteralCheck.isNumber(negate.operand())) {
            return literals.constant(negate);
        }
        Expr operand = check(negate.operand());
        return operand == null ? null : operators.negate(negate, operand);
    }

    @Override
    public @Nullable Expr visitBinary(Expression.Binary binary) {
        Expr left = check(binary.left(), wanted(binary.operator(), binary.right(), null));
        Expr right = check(binary.right(), wanted(binary.operator(), binary.left(), left));
        Expr checked = left == null || right == null ? null : operators.binary(binary, left, right);
        if (checked != null) {
            rule.lint(new CountLint(binary.span(), checked));
        }
        if (checked != null && (binary.negated() || binary.operator() == Operator.NOT_EQUAL)) {
            lintMissing(binary, checked);
        }
        return checked == null || !binary.negated() ? checked : new Expr.Not(checked);
    }

    private static Wanted wanted(Operator operator, Expression other, @Nullable Expr checked) {
        if (operator == Operator.CONTAINS) {
            return Wanted.TEXT_OR_LIST;
        } else if (checked != null && operator.isComparison()) {
            return Wanted.like(checked.type());
        }
        return operator.compareTo(Operator.CONTAINS) > 0 ? Wanted.TEXT : Wanted.beside(other);
    }

    @Override
    public @Nullable Expr visitMembership(Expression.Membership membership) {
        Expr checked = in(membership);
        if (checked != null && membership.negated()) {
            lintMissing(membership, checked);
        }
        return checked == null || !membership.negated() ? checked : new Expr.Not(checked);
    }

    private @Nullable Expr in(Expression.Membership membership) {
        MembershipCheck memberships = new MembershipCheck(rule);
        Expr operand = check(membership.operand(), Wanted.in(membership.list()));
        Operand value = operand == null ? null : new Operand(membership.operand(), operand);
        if (!(membership.list() instanceof Expression.Path path)) {
            return memberships.in(value, membership.list(), membership.span());
        } else if (memberships.lacksAt(path)) {
            return null;
        }
        Expr list = check(path, Wanted.LIST);
        return value == null || list == null
                ? null
                : memberships.among(value, new Operand(path, list), membership.span());
    }

    @Override
    public @Nullable Expr visitBetween(Expression.Between between) {
        Expr operand = check(between.operand(), Wanted.beside(between.low()));
        Wanted alike = operand == null ? Wanted.ANYTHING : Wanted.like(operand.type());
        Expr low = check(between.low(), alike);
        Expr high = check(between.high(), alike);
        if (operand == null || low == null || high == null) {
            return null;
        }
        ComparisonCheck comparisons = new ComparisonCheck(rule);
        Operand value = new Operand(between.operand(), operand);
        Expr from = comparisons.compare(Operator.AT_LEAST, value, new Operand(between.low(), low));
        Expr to = from == null ? null : comparisons.compare(Operator.AT_MOST, value, new Operand(between.high(), high));
        if (from == null || to == null) {
            return null;
        }
        Expr.And both = new Expr.And(List.of(from, to));
        if (!between.negated()) {
            possible(between, both);
        }
        if (between.negated()) {
            lintMissing(between, both);
        }
        return between.negated() ? new Expr.Not(both) : both;
    }

    @Override
    public @Nullable Expr visitPresence(Expression.Presence presence) {
        Expr operand = check(presence.operand());
        if (operand == null) {
            return null;
        }
        guard(operand);
        Expr missing = new Expr.IsMissing(operand);
        return presence.missing() ? missing : new Expr.Not(missing);
    }

    private void guard(Expr operand) {
        Expr.EventOf event = rule.event(operand);
        if (operand instanceof Expr.FieldOf field) {
            rule.guard(field.field().name());
        } else if (operand instanceof Expr.FieldOfEvent field) {
            rule.guard(field.event().text() + " " + field.field().name());
        } else if (event != null) {
            rule.guard(event.event().text());
        }
    }

    @Override
    public @Nullable Expr visitElse(Expression.Else orElse) {
        Expr operand = check(orElse.operand(), Wanted.beside(orElse.fallback()));
        Expr fallback = check(orElse.fallback());
        return operand == null || fallback == null
                ? null
                : new ElseCheck(rule)
                        .check(new Operand(orElse.operand(), operand), new Operand(orElse.fallback(), fallback));
    }

    @Override
    public @Nullable Expr visitCall(Expression.Call call) {
        List<Expr> arguments = new ArrayList<>();
        for (Expression argument : call.arguments()) {
            Expr checked = check(argument);
            if (checked != null) {
                arguments.add(checked);
            }
        }
        return new FunctionCheck(rule).check(call, arguments);
    }

    @Override
    public @Nullable Expr visitAggregation(Expression.Aggregation aggregation) {
        ExpressionParts.paths(aggregation.operand())
                .map(path -> path.names().get(0))
                .forEach(name -> rule.names().couldBe(name, scope::steps, Wanted.ANYTHING));
        boolean ofStep = aggregation.window() == null
                && ExpressionParts.paths(aggregation.operand())
                        .anyMatch(path -> scope.isStep(path.names().get(0).text()));
        return ofStep
                ? scope.ofStep(aggregation)
                : ofState(aggregation, "an aggregate", () -> new AggregateCheck(rule).aggregation(aggregation));
    }

    @Override
    public @Nullable Expr visitTally(Expression.Tally tally) {
        return ofState(tally, "a count of events", () -> new AggregateCheck(rule).tally(tally));
    }

    @Override
    public @Nullable Expr visitScore(Expression.Score score) {
        return ofEvent(score, "a score", () -> new ScoreCheck(rule, this).check(score));
    }

    @Override
    public @Nullable Expr visitPrevious(Expression.Previous previous) {
        PreviousCheck check = new PreviousCheck(rule, scope);
        String name = previous.path().names().get(0).text();
        return scope.before() != null && rule.names().stream(name) == null
                ? check.check(previous)
                : ofEvent(previous, "'previous'", () -> check.check(previous));
    }

    @Override
    public @Nullable Expr visitTrend(Expression.Trend trend) {
        String word = trend.increases() ? "'increases'" : "'decreases'";
        return ofEvent(trend, word, () -> new TrendCheck(rule).check(trend));
    }

    @Override
    public @Nullable Expr visitTravel(Expression.Travel travel) {
        return new TravelCheck(rule, scope, this).check(travel);
    }

    @Override
    public @Nullable Expr visitConversion(Expression.Conversion conversion) {
        return new ConversionCheck(rule, this).check(conversion);
    }

    @Override
    public @Nullable Expr visitLookup(Expression.Lookup lookup) {
        return new LookupCheck(rule, this).check(lookup);
    }

    @Override
    public @Nullable Expr visitFollow(Expression.Follow follow) {
        if (rule.isTimed()) {
            rule.refuseTimed(follow.span(), follow.negated() ? "'not followed by'" : "'followed by'");
            return null;
        }
        rule.report(Code.FOLLOW_MISPLACED, follow.span(), follow.negated() ? "not followed by" : "followed by")
                .help("it stands in the one 'when' of such a rule, alone or joined with 'and'");
        return null;
    }

    @Override
    public @Nullable Expr visitRecordLiteral(Expression.RecordLiteral record) {
        rule.report(Code.EXPECTED, record.span(), "a value", "a record");
        return null;
    }

    private @Nullable Expr ofEvent(Expression expression, String what, Supplier<@Nullable Expr> check) {
        if (rule.isTimed() && scope.refusal() == null) {
            rule.refuseTimed(expression.span(), what);
            rule.losesState();
            return null;
        }
        return ofState(expression, what, check);
    }

    private @Nullable Expr ofState(Expression expression, String what, Supplier<@Nullable Expr> check) {
        Code refusal = scope.refusal();
        Expr checked = refusal == null ? check.get() : null;
        if (refusal != null) {
            rule.report(refusal, expression.span(), what)
                    .help(
                            refusal == Code.STATE_IN_FILTER || refusal == Code.STATE_IN_STEP
                                    ? "write it in 'when'"
                                    : null);
        }
        if (checked == null) {
            rule.losesState();
        }
        return checked;
    }
}
