package io.weir.dsl.check;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Checks that a pattern is RE2 syntax, and that its repetitions do not unfold to more than an automaton should hold. */
final class PatternCheck {

    private static final int LONGEST = 1_000;
    private static final long MOST_STATES = 2_000;

    private final String pattern;
    private final Deque<Long> outer = new ArrayDeque<>();
    private long states;
    private long last;
    private int at;

    private PatternCheck(String pattern) {
        this.pattern = pattern;
    }

    /** What is wrong with the pattern, or null. */
    static @Nullable String complaint(String pattern) {
        if (pattern.length() > LONGEST) {
            return "it is longer than 1,000 characters";
        } else if (new PatternCheck(pattern).unfolds()) {
            return "its repetitions unfold to more than 2,000 characters";
        }
        try {
            Pattern.compile(pattern);
            return null;
        } catch (PatternSyntaxException e) {
            return e.getDescription();
        }
    }

    // Counts what each piece unfolds to; a group counts as one piece when it closes, a repetition multiplies the piece
    // before it.
    private boolean unfolds() {
        while (at < pattern.length() && states <= MOST_STATES) {
            char c = pattern.charAt(at);
            if (c == '(') {
                outer.push(states);
                states = 0;
                last = 0;
                at++;
            } else if (c == ')' && !outer.isEmpty()) {
                last = states;
                states += outer.pop();
                at++;
            } else if (c == '{') {
                repeat();
            } else {
                single(c);
            }
        }
        return states > MOST_STATES;
    }

    private void single(char c) {
        if (c == '[') {
            int close = pattern.indexOf(']', Math.min(at + 2, pattern.length()));
            at = close < 0 ? pattern.length() : close + 1;
        } else {
            at += c == '\\' ? 2 : 1;
        }
        last = 1;
        states++;
    }

    private void repeat() {
        int close = pattern.indexOf('}', at);
        String counts = close < 0 ? "" : pattern.substring(at + 1, close);
        if (!counts.matches("\\d{1,4}(,\\d{0,4})?")) {
            single('{');
            return;
        }
        String[] bounds = counts.split(",", 2);
        long times = Math.max(Long.parseLong(bounds[0]) + 1, most(bounds));
        states += last * (times - 1);
        last *= times;
        at = close + 1;
    }

    private static long most(String[] bounds) {
        String most = bounds[bounds.length - 1];
        return most.isEmpty() ? 0 : Long.parseLong(most);
    }
}
