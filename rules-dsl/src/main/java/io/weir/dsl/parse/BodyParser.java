package io.weir.dsl.parse;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.syntax.Action;
import io.weir.dsl.syntax.Body;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a rule looks for and then does: {@code when … then … otherwise when … then …}, with a sequence before it or without,
 * or {@code route to …}.
 */
final class BodyParser {

    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final BooleanSupplier clause;
    private final BooleanSupplier anyClause;
    private final List<Body.Tier> tiers = new ArrayList<>();
    private final List<Body.Arm> arms = new ArrayList<>();
    private final List<Action> routed = new ArrayList<>();
    private @Nullable SequenceParser sequence;
    private @Nullable Token first;
    private boolean routes;
    private int problems;

    /**
     * A parser for one rule.
     *
     * @param clause whether a clause begins where the cursor is, after which reading can go on
     * @param anyClause whether what was read may end there
     */
    BodyParser(Cursor cursor, ExpressionParser expressions, BooleanSupplier clause, BooleanSupplier anyClause) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.clause = clause;
        this.anyClause = anyClause;
    }

    boolean isBegun() {
        return first != null;
    }

    /** False for a sequence with nothing behind it. */
    boolean isWhole() {
        return routes || !tiers.isEmpty();
    }

    /** Null where nothing was read of it. */
    @Nullable
    Body body() {
        if (first == null) {
            return null;
        } else if (routes) {
            return new Body.Route(arms, routed, cursor.since(first));
        }
        return sequence == null ? new Body.When(tiers, cursor.since(first)) : sequence.body(tiers, first);
    }

    void sequence(Token keyword) {
        begin(keyword);
        if (sequence != null) {
            cursor.report(Code.CLAUSE_TWICE, keyword.span(), "'sequence'");
        }
        sequence = new SequenceParser(cursor, expressions, clause);
        sequence.sequence();
    }

    void when(Token keyword) {
        begin(keyword);
        if (routes && !isTorn()) {
            cursor.unexpected("'then' or the next declaration");
        }
        if (!tiers.isEmpty()) {
            cursor.report(Code.CLAUSE_TWICE, keyword.span(), "'when'");
            tiers.clear();
        }
        tier(keyword);
    }

    /** Reads {@code otherwise when … then …}. */
    void otherwise(Token keyword) {
        if (tiers.isEmpty() || tiers.get(0).condition() == null) {
            throw cursor.unexpected(first == null ? "'when'" : "the next declaration");
        }
        cursor.take();
        if (!cursor.atWords("when")) {
            throw cursor.unexpected("'when'");
        }
        tier(keyword);
    }

    private void tier(Token keyword) {
        cursor.take();
        Expression condition = cursor.recover(this::condition, clause);
        List<Action> actions = new ArrayList<>();
        if ((condition != null && !cursor.atWords("when")) || cursor.atWords("then")) {
            cursor.recover(() -> then(actions), clause);
        }
        Expression read = condition == null ? new Expression.Unreadable(keyword.span()) : condition;
        tiers.add(new Body.Tier(read, actions, cursor.since(keyword)));
    }

    private Expression condition() {
        Expression condition = expressions.expression();
        if (!anyClause.getAsBoolean()) {
            throw cursor.unexpected("'and', 'or' or 'then'");
        }
        return condition;
    }

    /** A {@code then} without a {@code when}, which only a sequence may have. */
    void thenAlone(Token keyword, String expected) {
        begin(keyword);
        boolean isWhole = sequence != null && tiers.isEmpty();
        if (!isWhole) {
            if (!isTorn()) {
                cursor.report(Code.EXPECTED, keyword.span(), expected, "'then'");
            }
            tiers.clear();
        }
        List<Action> actions = new ArrayList<>();
        cursor.recover(() -> then(actions), clause);
        Expression nothing = isWhole ? null : new Expression.Unreadable(keyword.span());
        tiers.add(new Body.Tier(nothing, actions, cursor.since(keyword)));
    }

    /** Reads {@code route to … otherwise to …}, and what else happens. */
    void route(Token keyword) {
        if (first != null && !isTorn()) {
            cursor.unexpected("the next declaration");
        }
        begin(keyword);
        routes = true;
        arms.addAll(new RouteParser(cursor, expressions, anyClause).arms());
        if (cursor.atWords("then")) {
            cursor.recover(() -> then(routed), clause);
        }
    }

    private Token then(List<Action> actions) {
        Token keyword = cursor.expectWord("then");
        if (sequence != null && cursor.atWords("resume")) {
            sequence.resume();
        }
        new ActionParser(cursor, expressions).actions(actions);
        return keyword;
    }

    /** True where something of it could not be read: what does not follow from that is no second mistake. */
    private boolean isTorn() {
        return cursor.problemCount() > problems;
    }

    private void begin(Token keyword) {
        if (first == null) {
            first = keyword;
            problems = cursor.problemCount();
        }
    }
}
