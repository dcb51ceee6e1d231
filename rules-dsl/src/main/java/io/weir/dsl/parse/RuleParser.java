package io.weir.dsl.parse;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.RuleDefinition;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import io.weir.dsl.syntax.TriggerClause;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a rule, clause by clause; each clause that cannot be read is reported and the next one is tried. */
final class RuleParser {

    /** The clauses in their order; a clause after one that it should precede is reported and taken all the same. */
    private enum Stage {
        METADATA,
        ON,
        BY,
        LET,
        TRIGGER,
        SEQUENCE,
        WHEN
    }

    private static final Set<String> METADATA = Set.of("severity", "owner", "because", "tags");

    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final MetadataParser metadata;
    private final OnParser on;
    private final List<RuleDefinition.LetClause> lets = new ArrayList<>();
    private final BodyParser body;
    private @Nullable TriggerClause trigger;
    private Stage stage = Stage.METADATA;

    RuleParser(Cursor cursor) {
        this.cursor = cursor;
        this.expressions = new ExpressionParser(cursor);
        this.metadata = new MetadataParser(cursor);
        this.on = new OnParser(cursor, expressions);
        this.body = new BodyParser(cursor, expressions, this::atClause, this::atAnyClause);
    }

    RuleDefinition rule() {
        Token first = cursor.expectWord("rule");
        int problems = cursor.problemCount();
        Expression.TextLiteral title = cursor.recover(() -> cursor.text("the rule's name as a text"), this::atClause);
        Name name = title == null ? new Name("", first.span()) : new Name(title.value(), title.span());
        while (!atNextDeclaration()) {
            int before = cursor.position();
            cursor.recover(this::clause, this::atClause);
            if (cursor.position() == before) {
                cursor.skip();
            }
        }
        if (cursor.problemCount() == problems) {
            requireClauses(name);
        }
        return new RuleDefinition(
                name, metadata.metadata(), on.streams(), on.key(), lets, trigger, body.body(), cursor.since(first));
    }

    // Behind a whole rule, a word at the margin is a declaration, if only a misspelt one.
    private boolean atNextDeclaration() {
        return cursor.atEnd()
                || Declarations.beginsAt(cursor)
                || (body.isBegun() && cursor.atMargin() && cursor.peek().isName() && !atClause() && !atOtherClause());
    }

    private boolean atClause() {
        Token token = cursor.peek();
        return cursor.atWords("on")
                || cursor.atWords("let")
                || cursor.atWords("when")
                || cursor.atWords("then")
                || cursor.atWords("otherwise", "when")
                || RouteParser.beginsAt(cursor)
                || SequenceParser.beginsAt(cursor)
                || TriggerParser.beginsAt(cursor)
                || (METADATA.contains(token.text()) && isMetadata());
    }

    private boolean isMetadata() {
        Token next = cursor.peek(1);
        return cursor.atWords("tags")
                ? next.is(TokenKind.LEFT_BRACKET)
                : next.is(TokenKind.TEXT) || (cursor.atWords("severity") && next.isName() && !Cursor.isReserved(next));
    }

    private Token clause() {
        Token first = cursor.peek();
        if (!first.is(TokenKind.WORD)) {
            throw cursor.unexpected(expected());
        }
        switch (first.text()) {
            case "severity", "owner", "because", "tags" -> {
                enter(Stage.METADATA, first, "'on'");
                metadata.clause();
            }
            case "on" -> {
                enter(Stage.ON, first, "'let' and 'when'");
                on.on();
            }
            case "by" -> {
                enter(Stage.BY, first, "'let' and 'when'");
                on.by();
            }
            case "let" -> {
                enter(Stage.LET, first, stage == Stage.TRIGGER ? "the trigger" : "'when'");
                let();
            }
            case "every" -> trigger(first);
            case "sequence" -> {
                enter(Stage.SEQUENCE, first, "'when'");
                body.sequence(first);
            }
            case "when" -> {
                stage = Stage.WHEN;
                body.when(first);
            }
            case "then" -> {
                String instead = body.isBegun() ? expected() : "'when'";
                stage = Stage.WHEN;
                body.thenAlone(first, instead);
            }
            default -> other(first);
        }
        return first;
    }

    private void enter(Stage clause, Token keyword, String follower) {
        if (stage.compareTo(clause) > 0) {
            cursor.report(Code.CLAUSE_MISPLACED, keyword.span(), "'" + keyword.text() + "'", follower);
        } else {
            stage = clause;
        }
    }

    private String expected() {
        return switch (stage) {
            case METADATA -> "'on'";
            case ON, BY, LET, TRIGGER -> "'let' or 'when'";
            case SEQUENCE -> "'when' or 'then'";
            case WHEN -> "the next declaration";
        };
    }

    private void other(Token word) {
        if (word.isWord("otherwise")) {
            stage = Stage.WHEN;
            body.otherwise(word);
            return;
        } else if (RouteParser.beginsAt(cursor)) {
            stage = Stage.WHEN;
            body.route(word);
            return;
        } else if (TriggerParser.beginsAt(cursor)) {
            trigger(word);
            return;
        }
        throw cursor.unexpected(expected());
    }

    private void trigger(Token first) {
        enter(Stage.TRIGGER, first, "'when'");
        if (trigger != null) {
            cursor.report(Code.CLAUSE_TWICE, first.span(), "a trigger").help("a rule has one trigger or none");
        }
        trigger = new TriggerParser(cursor).trigger();
    }

    private void let() {
        Token first = cursor.take();
        Name name = cursor.name("a name");
        Expression value = cursor.recover(this::letValue, this::atClause);
        lets.add(new RuleDefinition.LetClause(
                name, value == null ? new Expression.Unreadable(name.span()) : value, cursor.since(first)));
    }

    private Expression letValue() {
        cursor.expect(TokenKind.EQUAL);
        return ended(expressions.expression());
    }

    // What stands right behind an expression belongs to its clause, so it is this clause's mistake.
    private Expression ended(Expression expression) {
        if (!atAnyClause()) {
            throw cursor.unexpected(expected());
        }
        return expression;
    }

    private boolean atAnyClause() {
        return cursor.atEnd() || Declarations.beginsAt(cursor) || atClause() || atOtherClause();
    }

    private boolean atOtherClause() {
        return cursor.atWords("every")
                || cursor.atWords("otherwise")
                || cursor.atWords("by")
                || RouteParser.beginsAt(cursor)
                || cursor.atWords("at", "the", "end");
    }

    private void requireClauses(Name name) {
        String rule = "rule '" + name.text() + "'";
        if (on.streams().isEmpty()) {
            cursor.report(Code.CLAUSE_MISSING, name.span(), rule, "'on'")
                    .help("say which event it watches, for example: on Payment by cardId");
        } else if (!body.isBegun()) {
            cursor.report(Code.CLAUSE_MISSING, name.span(), rule, "'when'")
                    .help("say when it fires, for example: when amount > 1_000 EUR");
        } else if (!body.isWhole()) {
            cursor.report(Code.CLAUSE_MISSING, name.span(), rule, "'then'")
                    .help("say what happens then, for example: then alert \"{cardId}\"");
        }
    }
}
