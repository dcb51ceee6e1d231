package io.weir.dsl.format;

import io.weir.dsl.syntax.Body;
import io.weir.dsl.syntax.Expression;

/** A route: an arm a line, what they ask for in one column. */
final class RouteMarks {

    private static final int ARM = 8;

    private final Marks marks;
    private final Body.Route route;

    RouteMarks(Marks marks, Body.Route route) {
        this.marks = marks;
        this.route = route;
    }

    void mark() {
        marks.at(marks.first(route), Break.must(2, ARM + 2));
        int widest = route.arms().stream()
                .filter(arm -> arm.condition() != null)
                .mapToInt(this::width)
                .max()
                .orElse(0);
        for (Body.Arm arm : route.arms()) {
            if (arm != route.arms().get(0)) {
                marks.at(marks.first(arm), Break.must(ARM, ARM + 2));
            }
            Expression condition = arm.condition();
            if (condition != null) {
                marks.gap(marks.before(condition, 1), 1 + widest - width(arm));
                ExpressionMarks.value(marks, condition, ARM + 5);
            }
        }
        new ActionMarks(marks).mark(route.actions());
    }

    private int width(Body.Arm arm) {
        String topic = marks.source(marks.first(arm.topic()));
        return topic.codePointCount(0, topic.length());
    }
}
