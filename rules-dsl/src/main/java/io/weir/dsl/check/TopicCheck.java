package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.syntax.Expression;
import java.util.Locale;
import java.util.regex.Pattern;

/** Checks the names of topics. */
final class TopicCheck {

    private static final Pattern TOPIC = Pattern.compile("(?!\\.{1,2}$)[a-zA-Z0-9._-]{1,249}");

    private final Problems problems;

    TopicCheck(Problems problems) {
        this.problems = problems;
    }

    /** The topic of what does not name one: {@code CartUpdated} is in {@code cart-updated}. */
    static String usual(String name) {
        return name.replaceAll("([\\p{Ll}\\d])(\\p{Lu})", "$1-$2")
                .replaceAll("(\\p{Lu})(\\p{Lu}\\p{Ll})", "$1-$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._-]+", "-");
    }

    /** Whether a topic may be called so. */
    boolean check(Expression.TextLiteral topic) {
        boolean right = TOPIC.matcher(topic.value()).matches();
        if (!right) {
            problems.report(Code.STRANGE_TOPIC, topic.span(), topic.value())
                    .help("a topic has up to 249 of a to z, A to Z, 0 to 9, dot, dash and underscore");
        }
        return right;
    }
}
