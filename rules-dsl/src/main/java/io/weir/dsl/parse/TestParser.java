package io.weir.dsl.parse;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.TestDefinition;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code test "eleventh failure" for "Failed-login burst" given … expect …}, clause by clause. */
final class TestParser {

    private final Cursor cursor;
    private final GivenParser givens;
    private final ExpectationParser expectations;
    private final List<TestDefinition.Given> given = new ArrayList<>();
    private final List<TestDefinition.Expectation> expected = new ArrayList<>();
    private boolean expects;

    TestParser(Cursor cursor) {
        this.cursor = cursor;
        this.givens = new GivenParser(cursor);
        this.expectations = new ExpectationParser(cursor);
    }

    TestDefinition test() {
        Token first = cursor.expectWord("test");
        int problems = cursor.problemCount();
        Name name = title(first, "the test's name as a text");
        Name rule = cursor.problemCount() == problems ? rule(first) : new Name("", first.span());
        while (!atNextDeclaration()) {
            int before = cursor.position();
            cursor.recover(this::clause, this::atClause);
            if (cursor.position() == before) {
                cursor.skip();
            }
        }
        if (cursor.problemCount() == problems && !expects) {
            cursor.report(Code.CLAUSE_MISSING, name.span(), "test '" + name.text() + "'", "'expect'")
                    .help("say what the rule must do, for example: expect alert at 00:01:40; or: expect no alert");
        }
        return new TestDefinition(name, rule, given, expected, cursor.since(first));
    }

    private Name rule(Token first) {
        Token read = cursor.recover(() -> cursor.expectWord("for"), this::atClause);
        return read == null ? new Name("", first.span()) : title(first, "the rule's name as a text");
    }

    private Name title(Token first, String what) {
        Expression.TextLiteral title = cursor.recover(() -> cursor.text(what), this::atClause);
        return title == null ? new Name("", first.span()) : new Name(title.value(), title.span());
    }

    // Behind a whole test, a word at the margin is a declaration, if only a misspelt one.
    private boolean atNextDeclaration() {
        return cursor.atEnd()
                || Declarations.beginsAt(cursor)
                || (expects && cursor.atMargin() && cursor.peek().isName() && !atClause());
    }

    private boolean atClause() {
        return (cursor.atWords("given") || cursor.atWords("expect"))
                && !cursor.peek(1).is(TokenKind.COLON);
    }

    private Token clause() {
        Token first = cursor.peek();
        if (cursor.takeIfWords("given")) {
            if (expects) {
                cursor.report(Code.CLAUSE_MISPLACED, first.span(), "'given'", "'expect'");
            }
            givens.given(given);
        } else if (cursor.takeIfWords("expect")) {
            expects = true;
            expected.add(expectations.expectation());
        } else {
            throw cursor.unexpected(expects ? "'expect' or the next declaration" : "'given' or 'expect'");
        }
        return first;
    }
}
