package io.weir.engine.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A sequence and what matches it, found in the whole list of events: strictly by backtracking, otherwise by going through the list
 * anew from each event that may be the first.
 *
 * @param within from the first event; {@code Long.MAX_VALUE} for no bound
 * @param resumeAt a step, -1 for after the match, -2 for the event after its first
 */
record NaiveSequence(boolean strictly, long within, List<Step> steps, int resumeAt, Condition when) {

    static final int AFTER = -1;
    static final int AT_NEXT = -2;

    record Event(String stream, @Nullable Long n, long at, int place) {}

    /** What conditions ask; null for what is missing. */
    interface Asked {

        @Nullable
        Long n();

        @Nullable
        Long before();

        @Nullable
        Long end(int step, boolean first);

        long count(int step);

        long sum(int step);
    }

    record Condition(String text, Predicate<Asked> test) {}

    /** @param stream empty for any */
    record Step(String name, int least, int most, boolean forbidden, String stream, Condition where) {}

    record Match(List<List<Event>> steps, long time) {

        Event first() {
            return all().get(0);
        }

        Event last() {
            return all().get(all().size() - 1);
        }

        private List<Event> all() {
            return steps.stream().flatMap(List::stream).toList();
        }

        String shown() {
            return first().place() + "-" + last().place() + " at " + time;
        }
    }

    List<Match> in(List<Event> events) {
        return strictly ? consecutive(events) : apart(events);
    }

    private boolean waits() {
        return steps.get(steps.size() - 1).forbidden();
    }

    private int lastStep() {
        int last = steps.size() - 1;
        while (steps.get(last).forbidden()) {
            last--;
        }
        return last;
    }

    private List<Match> consecutive(List<Event> events) {
        List<Match> matches = new ArrayList<>();
        int start = 0;
        while (start < events.size()) {
            Match match = way(events, start, start, -1, none());
            if (match != null) {
                matches.add(match);
            }
            start = match == null ? start + 1 : resume(match);
        }
        return matches;
    }

    private int resume(Match match) {
        if (resumeAt == AFTER) {
            return match.last().place() + 1;
        }
        int first = match.first().place() + 1;
        return resumeAt == AT_NEXT
                ? first
                : Math.max(first, match.steps().get(resumeAt).get(0).place());
    }

    private List<List<Event>> none() {
        List<List<Event>> none = new ArrayList<>();
        steps.forEach(step -> none.add(List.of()));
        return none;
    }

    private static List<List<Event>> with(List<List<Event>> taken, int step, Event event) {
        List<List<Event>> more = new ArrayList<>(taken);
        List<Event> own = new ArrayList<>(taken.get(step));
        own.add(event);
        more.set(step, own);
        return more;
    }

    // The first whole match of a search that prefers to stay in a loop, and not to leave a step out.
    private @Nullable Match way(List<Event> events, int start, int next, int step, List<List<Event>> taken) {
        int count = step < 0 ? 0 : taken.get(step).size();
        boolean enough = step >= 0 && count >= steps.get(step).least();
        if (enough && !waits() && step == lastStep()) {
            Match match = new Match(taken, events.get(next - 1).at());
            if (isTrue(when, events, match)) {
                return match;
            }
        }
        if (next < events.size() && events.get(next).at() - events.get(start).at() < within) {
            for (int to = Math.max(step, 0); to < steps.size(); to++) {
                if (!steps.get(to).forbidden()
                        && (to != step || count < steps.get(to).most())
                        && (to == step || isBetweenEmpty(step, to, count))
                        && fits(events, to, events.get(next), taken)) {
                    Match match = way(events, start, next + 1, to, with(taken, to, events.get(next)));
                    if (match != null) {
                        return match;
                    }
                }
            }
        }
        return enough && waits() && isBetweenEmpty(step, steps.size(), count)
                ? waited(events, start, step, taken)
                : null;
    }

    /** Whether the steps between two can be left out, and the first has enough. */
    private boolean isBetweenEmpty(int from, int to, int count) {
        boolean empty = from < 0 || count >= steps.get(from).least();
        for (int step = from + 1; step < to; step++) {
            empty &= steps.get(step).forbidden() || steps.get(step).least() == 0;
        }
        return empty;
    }

    private @Nullable Match waited(List<Event> events, int start, int step, List<List<Event>> taken) {
        long up = events.get(start).at() + within;
        Match match = new Match(taken, up);
        List<Event> behind = events.subList(match.last().place() + 1, events.size()).stream()
                .filter(event -> event.at() < up)
                .toList();
        return hasForbidden(events, step, steps.size(), behind, taken) || !isTrue(when, events, match) ? null : match;
    }

    private boolean hasForbidden(List<Event> events, int from, int to, List<Event> between, List<List<Event>> taken) {
        for (int step = from + 1; step < to; step++) {
            for (Event event : between) {
                if (steps.get(step).forbidden() && fits(events, step, event, taken)) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<Match> apart(List<Event> events) {
        List<Match> matches = new ArrayList<>();
        int from = 0;
        for (int now = 0; now <= events.size(); now++) {
            long time = now < events.size() ? events.get(now).at() : Long.MAX_VALUE;
            for (int start = from; start < Math.min(now + 1, events.size()); start++) {
                Match match = waits() ? elapsed(events, start, time) : completed(events, start, now);
                if (match != null && start >= from && matches.stream().noneMatch(match::equals)) {
                    matches.add(match);
                    from = Math.max(from, resume(match));
                }
            }
        }
        return matches;
    }

    /** The match from that event on which the one at {@code now} makes whole. */
    private @Nullable Match completed(List<Event> events, int start, int now) {
        if (now == events.size() || events.get(now).at() - events.get(start).at() >= within) {
            return null;
        }
        List<List<Event>> taken = none();
        for (int at = start; at <= now; at++) {
            List<List<Event>> more = taken(events, start, at, taken);
            if (at == start && more == null) {
                return null;
            }
            taken = more == null ? taken : more;
            int step = running(taken);
            if (more != null
                    && step == lastStep()
                    && taken.get(step).size() >= steps.get(step).least()) {
                Match match = new Match(taken, events.get(at).at());
                if (isTrue(when, events, match)) {
                    return at == now ? match : null;
                }
            }
        }
        return null;
    }

    private @Nullable Match elapsed(List<Event> events, int start, long time) {
        long up = events.get(start).at() + within;
        if (up > time) {
            return null;
        }
        List<List<Event>> taken = none();
        for (int at = start; at < events.size() && events.get(at).at() < up; at++) {
            List<List<Event>> more = taken(events, start, at, taken);
            if (at == start && more == null) {
                return null;
            }
            taken = more == null ? taken : more;
        }
        int step = running(taken);
        return isBetweenEmpty(step, steps.size(), taken.get(step).size()) ? waited(events, start, step, taken) : null;
    }

    private int running(List<List<Event>> taken) {
        int step = steps.size() - 1;
        while (step >= 0 && taken.get(step).isEmpty()) {
            step--;
        }
        return step;
    }

    /** With the event at that place; null where no step takes it. */
    private @Nullable List<List<Event>> taken(List<Event> events, int start, int at, List<List<Event>> taken) {
        int step = running(taken);
        Event event = events.get(at);
        int count = step < 0 ? 0 : taken.get(step).size();
        for (int to = Math.max(step, 0); to < steps.size(); to++) {
            boolean open = to == step ? count < steps.get(to).most() : isBetweenEmpty(step, to, count);
            if (open && !steps.get(to).forbidden() && fits(events, to, event, taken)) {
                List<List<Event>> more = with(taken, to, event);
                boolean full = more.get(to).size() == steps.get(to).most();
                boolean last = to == lastStep() && !waits() && full;
                if (step >= 0 && to != step && isForbidden(events, step, to, at, taken)) {
                    continue;
                }
                return last && !isTrue(when, events, new Match(more, event.at())) ? null : more;
            }
        }
        return null;
    }

    private boolean isForbidden(List<Event> events, int step, int to, int at, List<List<Event>> taken) {
        int last = taken.get(step).get(taken.get(step).size() - 1).place();
        return hasForbidden(events, step, to, events.subList(last + 1, at), taken);
    }

    private boolean fits(List<Event> events, int step, Event event, List<List<Event>> taken) {
        Step asked = steps.get(step);
        return (asked.stream().isEmpty() || asked.stream().equals(event.stream()))
                && asked.where()
                        .test()
                        .test(asked(events, with(taken, step, event), event, before(events, event, taken)));
    }

    private @Nullable Event before(List<Event> events, Event event, List<List<Event>> taken) {
        if (strictly) {
            return event.place() == 0 ? null : events.get(event.place() - 1);
        }
        int step = running(taken);
        return step < 0 ? null : taken.get(step).get(taken.get(step).size() - 1);
    }

    private boolean isTrue(Condition condition, List<Event> events, Match match) {
        Event last = match.last();
        List<Event> all = match.all();
        Event matched = all.size() == 1 ? null : all.get(all.size() - 2);
        Event before = !strictly ? matched : last.place() == 0 ? null : events.get(last.place() - 1);
        return condition.test().test(asked(events, match.steps(), last, before));
    }

    private static Asked asked(List<Event> events, List<List<Event>> taken, Event event, @Nullable Event before) {
        return new Asked() {
            @Override
            public @Nullable Long n() {
                return event.n();
            }

            @Override
            public @Nullable Long before() {
                return before == null ? null : before.n();
            }

            @Override
            public @Nullable Long end(int step, boolean first) {
                List<Event> own = taken.get(step);
                return own.isEmpty()
                        ? null
                        : own.get(first ? 0 : own.size() - 1).n();
            }

            @Override
            public long count(int step) {
                return taken.get(step).size();
            }

            @Override
            public long sum(int step) {
                return taken.get(step).stream()
                        .mapToLong(each -> each.n() == null ? 0 : each.n())
                        .sum();
            }
        };
    }
}
