package io.weir.dsl.grammar;

import java.util.Set;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/** What the grammar asks of the tokens ahead, where a soft word leaves a choice. */
abstract class SoftWords extends Parser {

    private static final Set<String> RESERVED = Set.of(
            "missing", "present", "no", "next", "match", "when", "then", "where", "and", "or", "not", "is", "in",
            "between", "within", "by", "on", "let", "rule", "true", "false", "else");

    private static final Set<String> BEFORE_OPERAND =
            Set.of("highest", "lowest", "first", "last", "distinct", "previous");

    /** What goes on after a value; before one of these a word is the value itself. */
    private static final Set<String> AFTER_VALUE = Set.of(
            "contains",
            "starts",
            "ends",
            "matches",
            "does",
            "increases",
            "decreases",
            "over",
            "to",
            "as",
            "of",
            "given",
            "otherwise");

    /** What goes on behind an expected alert, or comes after the test. */
    private static final Set<String> AFTER_ALERT =
            Set.of("at", "expect", "given", "event", "list", "table", "rates", "feature", "model", "prompt", "test");

    private static final Set<String> OPERATORS = Set.of(
            "and",
            "or",
            "not",
            "is",
            "in",
            "between",
            "contains",
            "starts",
            "ends",
            "matches",
            "does",
            "increases",
            "decreases",
            ">",
            ">=",
            "<",
            "<=",
            "=",
            "!=");

    /** What keeps its words and commas to itself. */
    private static final Set<Integer> BRACKETS =
            Set.of(WeirParser.RULE_group, WeirParser.RULE_call, WeirParser.RULE_lookup);

    protected SoftWords(TokenStream tokens) {
        super(tokens);
    }

    /** True where the next word begins a phrase, so that it is not a name. */
    protected boolean atPhrase() {
        return atPhrase(text(1).equals("approximate") ? 2 : 1);
    }

    private boolean atPhrase(int at) {
        String word = text(at);
        return BEFORE_OPERAND.contains(word)
                && (atOperand(at + 1)
                        || (!word.equals("previous") && text(at + 1).equals("(")));
    }

    /** True where `followed by` comes next. */
    protected boolean atFollowed() {
        return text(1).equals("followed") && text(2).equals("by");
    }

    /** True where a name comes that does not go on with a value, begin a clause, or name a step. */
    protected boolean atOperand(int at) {
        return isOwn(at) && !clause(at) && !step(at);
    }

    /** True where the next word does not go on with a test or begin what comes after it. */
    protected boolean atSeverity() {
        return !AFTER_ALERT.contains(text(1));
    }

    /** True where what goes on with a condition comes next. */
    protected boolean atOperator() {
        return OPERATORS.contains(text(1)) && !step(1);
    }

    /** True where a comma, a name and a colon come next. */
    protected boolean atFurtherInput() {
        return text(1).equals(",") && isName(2) && text(3).equals(":");
    }

    /** True where km/h comes next, in one piece. */
    protected boolean atKilometresPerHour() {
        return text(1).equals("km") && text(2).equals("/") && text(3).equals("h") && touch(1) && touch(2);
    }

    /** False inside the `where` of a phrase that ends with `within`, unless parentheses stand between them. */
    protected boolean keepsWithin() {
        return isBeyond(WeirParser.RULE_condition);
    }

    /** False inside a field that is emitted, unless parentheses stand between them. */
    protected boolean keepsInputs() {
        return isBeyond(WeirParser.RULE_output);
    }

    private boolean isBeyond(int part) {
        for (ParserRuleContext rule = getContext(); rule != null; rule = rule.getParent()) {
            int kind = rule.getRuleIndex();
            if (kind == part) {
                return false;
            } else if (BRACKETS.contains(kind)) {
                return true;
            }
        }
        return true;
    }

    private boolean clause(int at) {
        return switch (text(at)) {
            case "every" -> Character.isDigit(text(at + 1).charAt(0));
            case "at" -> text(at + 1).equals("the");
            case "route" -> text(at + 1).equals("to");
            case "sequence" -> text(at + 1).equals("within") || isOwn(at + 1);
            default -> false;
        };
    }

    private boolean isOwn(int at) {
        return isName(at) && !AFTER_VALUE.contains(text(at));
    }

    // A name, perhaps a quantifier, and a colon.
    private boolean step(int at) {
        return switch (text(at + 1)) {
            case ":" -> true;
            case "+", "*", "?" -> text(at + 2).equals(":");
            case "{" -> closed(at + 2);
            default -> false;
        };
    }

    private boolean closed(int at) {
        int close = text(at + 1).equals("}") ? at + 1 : text(at + 2).equals("}") ? at + 2 : at + 3;
        return text(close).equals("}") && text(close + 1).equals(":");
    }

    private boolean isName(int at) {
        String text = text(at);
        int first = text.codePointAt(0);
        return text.startsWith("`")
                || ((Character.isUnicodeIdentifierStart(first) || first == '_') && !RESERVED.contains(text));
    }

    private boolean touch(int at) {
        return _input.LT(at).getStopIndex() + 1 == _input.LT(at + 1).getStartIndex();
    }

    // The source of a token ahead, a blank at the end of the file.
    private String text(int ahead) {
        Token token = _input.LT(ahead);
        return token.getType() == Token.EOF ? " " : token.getText();
    }
}
