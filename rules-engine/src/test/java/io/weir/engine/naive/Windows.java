package io.weir.engine.naive;

import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.Window;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a rule's aggregates are at a moment. */
record Windows(Evaluator evaluator, Moment moment) {

    @Nullable
    Object value(Aggregate aggregate) {
        List<Event> counted = inWindow(aggregate);
        return new Aggregation(aggregate.function(), aggregate.rank(), aggregate.type())
                .of(evaluator.operands(aggregate.operand(), counted, moment));
    }

    private List<Event> inWindow(Aggregate aggregate) {
        Window window = aggregate.window();
        List<Event> passing = moment.upTo().stream()
                .filter(event -> event.stream().equals(aggregate.stream().name()))
                .filter(event -> event != moment.row() || includesCurrent(window))
                .filter(event -> !(window instanceof Window.Time time) || isIn(event, time))
                .filter(event -> !(window instanceof Window.Session) || isInSession(event))
                .filter(event -> evaluator.isTrue(aggregate.where(), moment.counted(event)))
                .toList();
        return window instanceof Window.Events events
                ? passing.subList(Math.max(0, passing.size() - events.count()), passing.size())
                : passing;
    }

    private static boolean includesCurrent(Window window) {
        return window instanceof Window.Time time
                ? time.includesCurrent()
                : !(window instanceof Window.Events events) || events.includesCurrent();
    }

    // (t − length, t] from an event, [b − length, b) from a boundary.
    private boolean isIn(Event event, Window.Time window) {
        long age = moment.time() - event.time();
        long length = window.length().toMillis();
        return moment.row() == null ? age <= length : age < length;
    }

    // From the session's first event on, in the order of all events, those of other streams at the same time too.
    private boolean isInSession(Event event) {
        return Event.ORDER.compare(event, Objects.requireNonNull(moment.session())) >= 0;
    }
}
