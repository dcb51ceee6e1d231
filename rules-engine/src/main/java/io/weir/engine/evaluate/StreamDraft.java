package io.weir.engine.evaluate;

import io.weir.engine.index.LinearIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The candidates of one stream as they are gathered; equal conditions become one predicate. */
final class StreamDraft {

    private final EpochStream stream;
    private final EpochCache cache;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<RowPredicate> predicates = new ArrayList<>();
    private final List<StreamRoute.Candidate> candidates = new ArrayList<>();
    private final List<int[]> asked = new ArrayList<>();
    private final Map<Long, KeyRoute> keys = new LinkedHashMap<>();

    StreamDraft(EpochStream stream, EpochCache cache) {
        this.stream = stream;
        this.cache = cache;
    }

    KeyRoute key(SpecDraft spec, int targets) {
        return keys.computeIfAbsent(spec.hash, any -> new KeyRoute(spec.hash, spec.spec, stream, targets));
    }

    void add(StreamRoute.Candidate candidate, List<Condition> filter) {
        candidates.add(candidate);
        asked.add(filter.stream()
                .mapToInt(condition -> number(condition, candidate.rules()))
                .distinct()
                .toArray());
    }

    private int number(Condition condition, List<RuleHealth> rules) {
        int number = numbers.computeIfAbsent(condition.canonical(), text -> {
            predicates.add(cache.predicate(stream, condition));
            return predicates.size() - 1;
        });
        rules.forEach(rule -> rule.counts(predicates.get(number).unmet()));
        return number;
    }

    StreamRoute build() {
        return new StreamRoute(
                stream,
                new RowTests(predicates),
                new LinearIndex(asked.toArray(int[][]::new)),
                candidates,
                List.copyOf(keys.values()));
    }
}
