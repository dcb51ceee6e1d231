package io.weir.dsl.parse;

import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people bring along from SQL and from plain English, and how the language says it. */
final class Habits {

    private static final String KEY = "whose events belong together is said behind the event: on Payment by cardId";
    private static final String PAUSE = "a pause between alerts is written: at most once per 1 day";
    private static final String DIFFERENT =
            "different values are counted with 'distinct country over the last 1 hour', "
                    + "or 'at least 3 different country of Payment within 1 hour'";
    private static final String COMPARE =
            "a value is compared with '>= 3'; 'at least 3 Payment within 1 hour' counts events";

    private static final String BACK = "an aggregate looks back with 'over the last 1 hour'; "
            + "a count of events names them: 'at least 3 Payment within 1 hour'";

    /** What the first word of a habit is said instead of. */
    private static final Map<String, String> BY_WORD = Map.ofEntries(
            Map.entry("group", KEY),
            Map.entry("partition", KEY),
            Map.entry("per", KEY),
            Map.entry("limit", PAUSE),
            Map.entry("once", PAUSE),
            Map.entry("having", "a condition on what was counted stands in 'when' like any other"),
            Map.entry("distinct", DIFFERENT),
            Map.entry("different", DIFFERENT),
            Map.entry("within", BACK),
            Map.entry("last", BACK));

    private static final List<String> LENGTHS =
            List.of("second", "minute", "hour", "day", "week", "seconds", "minutes", "hours", "days", "weeks");

    private Habits() {}

    /** Help for what stands where something else should; null where nobody's habit is known. */
    static @Nullable String help(Cursor cursor) {
        if (cursor.atWords("for", "each") || cursor.atWords("for", "every")) {
            return KEY;
        } else if (cursor.atWords("at", "most") || cursor.atWords("not", "more", "than", "once")) {
            return PAUSE;
        } else if (cursor.atWords("most", "once")) {
            return "an alert says something before its pause: alert \"{cardId}\" at most once per 1 day";
        } else if (cursor.atWords("at", "least")) {
            return COMPARE;
        }
        String different = ofDifferent(cursor);
        if (different != null) {
            return different;
        }
        String word = cursor.peek().text();
        return isLength(cursor) ? "a length of time has a number: 1 " + singular(word) : BY_WORD.get(word);
    }

    /** {@code count of distinct country}, {@code count(distinct country) …}, {@code number of …}, {@code in 3 different …}. */
    private static @Nullable String ofDifferent(Cursor cursor) {
        Token before = cursor.before(1);
        if (cursor.atWords("within") && isDifferent(cursor.before(2))) {
            return "say of which event: 'at least 3 different country of Payment within 1 hour'";
        }
        boolean counted = isDifferent(before)
                || before.is(TokenKind.RIGHT_PARENTHESIS) && isDifferent(cursor.before(3))
                || before.isWord("number") && cursor.atWords("of")
                || cursor.at(TokenKind.NUMBER) && isDifferent(cursor.peek(1));
        return counted ? DIFFERENT : null;
    }

    private static boolean isDifferent(Token token) {
        return token.isWord("different") || token.isWord("distinct");
    }

    private static boolean isLength(Cursor cursor) {
        return LENGTHS.contains(cursor.peek().text())
                && (cursor.previous().isWord("per") || cursor.previous().isWord("last"));
    }

    private static String singular(String word) {
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }
}
