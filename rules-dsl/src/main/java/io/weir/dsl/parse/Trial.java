package io.weir.dsl.parse;

import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.syntax.SyntaxTree;
import io.weir.dsl.syntax.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tries what could be written at the end of a text: the parser itself says whether it would take it, so nothing here knows what
 * follows what.
 */
public final class Trial {

    private static final int MOST_REPAIRS = 16;
    private static final Pattern QUOTED = Pattern.compile(".*'([^']+)'", Pattern.DOTALL);

    private final String text;

    /**
     * The text with something written at its end, and with what the parser found missing behind that.
     *
     * @param wanted what the parser took the written for, where that was a name: "an event", "a type"
     */
    public record Filled(
            SyntaxTree tree, Problems problems, @Nullable String wanted) {}

    private record Parsed(SyntaxTree tree, Problems problems, Reading reading) {
        Token tokenAt(int offset) {
            for (Token token : tree.tokens()) {
                if (token.span().end() > offset) {
                    return token;
                }
            }
            return tree.tokens().get(tree.tokens().size() - 1);
        }
    }

    public Trial(String text) {
        this.text = text;
    }

    /** Whether these words could come next as words of the language, not as a name. */
    public boolean takes(String words) {
        Parsed parsed = parse(text + words);
        Token first = parsed.tokenAt(text.length());
        // What was lacking before them is complained of right behind the last word.
        Span written = new Span(text.stripTrailing().length(), text.length() + words.length());
        return parsed.reading.nameOf(first) == null
                && !parsed.reading.isSkipped(first)
                && !parsed.problems.hasAnyStartingIn(written);
    }

    /** What the parser would take that word for, where it is a name, or null. */
    public @Nullable String nameOf(String word) {
        Parsed parsed = parse(text + word);
        return parsed.reading.nameOf(parsed.tokenAt(text.length()));
    }

    /** With that word at the end. */
    public Filled with(String word) {
        String filled = text + word;
        Parsed parsed = parse(filled);
        for (int repairs = 0; repairs < MOST_REPAIRS && parsed.reading.missing() != null; repairs++) {
            String sample = sample(parsed.reading.missing());
            filled += " " + (sample.equals(",") ? closing(parsed.tree) : sample);
            parsed = parse(filled);
        }
        return new Filled(parsed.tree, parsed.problems, parsed.reading.nameOf(parsed.tokenAt(text.length())));
    }

    // What the parser expects it also spells, in quotes; for the rest anything of its kind will do.
    private static String sample(String expected) {
        Matcher quoted = QUOTED.matcher(expected);
        if (quoted.lookingAt()) {
            return quoted.group(1);
        } else if (expected.contains("list such as")) {
            return "[]";
        } else if (expected.contains("number") || expected.contains("value")) {
            return "1";
        }
        return expected.contains("text") ? "\"\"" : "x";
    }

    // Instead of another entry, the end of them all.
    private static String closing(SyntaxTree tree) {
        Deque<String> open = new ArrayDeque<>();
        for (Token token : tree.tokens()) {
            switch (token.kind()) {
                case LEFT_BRACE -> open.push("}");
                case LEFT_BRACKET -> open.push("]");
                case LEFT_PARENTHESIS -> open.push(")");
                case RIGHT_BRACE, RIGHT_BRACKET, RIGHT_PARENTHESIS -> open.poll();
                default -> {}
            }
        }
        return open.isEmpty() ? "," : open.pop();
    }

    private static Parsed parse(String text) {
        Problems problems = new Problems("", text);
        Reading reading = new Reading();
        return new Parsed(Parser.parse(text, problems, reading), problems, reading);
    }
}
