package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.syntax.Expression;
import java.util.regex.Pattern;

/** Checks the names of topics. */
final class TopicCheck {

    private static final Pattern TOPIC = Pattern.compile("(?!\\.{1,2}$)[a-zA-Z0-9._-]{1,249}");

    private final Problems problems;

    TopicCheck(Problems problems) {
        this.problems = problems;
    }

    void check(Expression.TextLiteral topic) {
        if (!TOPIC.matcher(topic.value()).matches()) {
            problems.report(Code.STRANGE_TOPIC, topic.span(), topic.value())
                    .help("a topic has up to 249 of a to z, A to Z, 0 to 9, dot, dash and underscore");
        }
    }
}
