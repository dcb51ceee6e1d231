package io.weir.engine.naive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Makes a world smaller, event by event, rule by rule, clause by clause, while something about it stays. */
final class Shrinker {

    private final Predicate<World> stays;

    Shrinker(Predicate<World> stays) {
        this.stays = stays;
    }

    World shrink(World world) {
        World before = world;
        World after = fields(clauses(rules(events(world))));
        while (!after.equals(before)) {
            before = after;
            after = fields(clauses(rules(events(before))));
        }
        return after;
    }

    private boolean stays(World world) {
        return world.compile().ok() && stays.test(world);
    }

    // Halves first, then quarters, and at last one at a time.
    private World events(World world) {
        World smallest = world;
        for (int length = Math.max(1, world.events().size() / 2); length > 0; length /= 2) {
            for (int from = 0; from < smallest.events().size(); ) {
                List<Event> fewer = new ArrayList<>(smallest.events());
                fewer.subList(from, Math.min(from + length, fewer.size())).clear();
                World candidate = smallest.withEvents(fewer);
                if (stays(candidate)) {
                    smallest = candidate;
                } else {
                    from += length;
                }
            }
        }
        return smallest;
    }

    private World rules(World world) {
        World smallest = world;
        for (int i = 0; i < smallest.rules().size(); ) {
            List<String> fewer = new ArrayList<>(smallest.rules());
            fewer.remove(i);
            World candidate = smallest.withRules(fewer);
            if (stays(candidate)) {
                smallest = candidate;
            } else {
                i++;
            }
        }
        return smallest;
    }

    private World clauses(World world) {
        World smallest = world;
        for (int i = 0; i < smallest.rules().size(); i++) {
            World simpler = smallest;
            while (simpler != null) {
                smallest = simpler;
                simpler = null;
                for (String text : Marks.simpler(smallest.rules().get(i))) {
                    List<String> others = new ArrayList<>(smallest.rules());
                    others.set(i, text);
                    World candidate = smallest.withRules(others);
                    if (stays(candidate)) {
                        simpler = candidate;
                        break;
                    }
                }
            }
        }
        return smallest;
    }

    private World fields(World world) {
        World smallest = world;
        for (int i = 0; i < smallest.events().size(); i++) {
            for (String field : List.copyOf(smallest.events().get(i).fields().keySet())) {
                Event event = smallest.events().get(i);
                Map<String, Object> fewer = new HashMap<>(event.fields());
                fewer.remove(field);
                List<Event> others = new ArrayList<>(smallest.events());
                others.set(
                        i,
                        new Event(
                                event.stream(), event.topic(), event.partition(), event.offset(), event.time(), fewer));
                World candidate = smallest.withEvents(others);
                if (!field.equals(RandomWorld.TIME) && !field.equals(RandomWorld.CURRENCY) && stays(candidate)) {
                    smallest = candidate;
                }
            }
        }
        return smallest;
    }
}
