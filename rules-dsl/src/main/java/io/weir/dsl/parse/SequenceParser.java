package io.weir.dsl.parse;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.syntax.Body;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Reads {@code sequence strictly within 1 day} with its steps, and {@code resume at next}. */
final class SequenceParser {

    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final BooleanSupplier clause;
    private final List<Body.Step> steps = new ArrayList<>();
    private boolean strictly;
    private @Nullable Expression within;
    private Body.@Nullable Resume resume;

    SequenceParser(Cursor cursor, ExpressionParser expressions, BooleanSupplier clause) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.clause = clause;
    }

    /** Its keyword is soft, so it counts where a word of it or the first step follows. */
    static boolean beginsAt(Cursor cursor) {
        Token next = cursor.peek(1);
        return cursor.atWords("sequence") && next.isName() && (next.isWord("within") || !Cursor.isReserved(next));
    }

    /** Reads to the last step. */
    void sequence() {
        cursor.expectWord("sequence");
        cursor.readSteps(() -> {
            cursor.recover(this::head, this::atStepOrClause);
            while (!atEnd()) {
                Body.Step step = cursor.recover(this::step, this::atStepOrClause);
                if (step != null) {
                    steps.add(step);
                }
            }
        });
    }

    private Token head() {
        strictly = cursor.takeIfWords("strictly");
        if (cursor.takeIfWords("within")) {
            within = new Terms(cursor).duration();
        }
        if (!cursor.peek().isName() || atEnd()) {
            throw cursor.unexpected("a step such as 'small: Payment where …'");
        }
        return cursor.peek();
    }

    private Body.Step step() {
        return new StepParser(cursor, expressions, this::atEnd).step();
    }

    private boolean atEnd() {
        return cursor.atEnd() || Declarations.beginsAt(cursor) || clause.getAsBoolean();
    }

    private boolean atStepOrClause() {
        return cursor.atStep(0) || clause.getAsBoolean();
    }

    /** Reads {@code resume at next} and the word before the actions, which stands behind it. */
    void resume() {
        Token first = cursor.expectWord("resume");
        if (resume != null) {
            cursor.report(Code.CLAUSE_TWICE, first.span(), "'resume'");
        }
        resume = cursor.recover(() -> place(first), clause);
        if (cursor.takeIfWords("then") || cursor.takeIfWords("and")) {
            return;
        }
        throw resume == null ? Unwound.INSTANCE : cursor.unexpected("'then' and an action");
    }

    private Body.Resume place(Token first) {
        if (cursor.takeIfWords("after")) {
            cursor.expectWord("match");
            return new Body.Resume(Body.Resume.Place.AFTER_MATCH, null, cursor.since(first));
        } else if (!cursor.takeIfWords("at")) {
            throw cursor.unexpected("'after match', 'at next' or 'at' and a step");
        } else if (cursor.takeIfWords("next")) {
            return new Body.Resume(Body.Resume.Place.AT_NEXT, null, cursor.since(first));
        }
        Name step = cursor.name("'next' or a step");
        return new Body.Resume(Body.Resume.Place.AT_STEP, step, cursor.since(first));
    }

    /** The sequence; nothing is asked of a match that has no tiers. */
    Body.Sequence body(List<Body.Tier> tiers, Token first) {
        return new Body.Sequence(strictly, within, steps, tiers, resume, cursor.since(first));
    }
}
