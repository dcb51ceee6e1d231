package io.weir.engine.evaluate;

import io.weir.engine.index.MatchIndex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an epoch does with the rows of one stream: which of its candidates a row matches, and where each leads. */
final class StreamRoute {

    private final EpochStream stream;
    private final RowTests tests;
    private final MatchIndex index;
    private final List<Candidate> candidates;
    private final List<KeyRoute> keys;
    private long rows;

    /**
     * What a row can match.
     *
     * @param key where it leads; null for the trigger of a stateless rule
     * @param target its number among the key spec's
     * @param trigger null for a feed
     * @param role of a stateless rule
     * @param rules whose filter this is
     * @param backfill the one that fills it from retained events; 0 for none
     */
    record Candidate(
            @Nullable KeyRoute key,
            int target,
            @Nullable LoadedTrigger trigger,
            Role role,
            List<RuleHealth> rules,
            long backfill) {}

    StreamRoute(EpochStream stream, RowTests tests, MatchIndex index, List<Candidate> candidates, List<KeyRoute> keys) {
        this.stream = stream;
        this.tests = tests;
        this.index = index;
        this.candidates = List.copyOf(candidates);
        this.keys = List.copyOf(keys);
    }

    EpochStream stream() {
        return stream;
    }

    void match(Row row, MatchIndex.Matches matches) {
        rows++;
        index.match(tests.about(row), matches);
    }

    /** How many were matched, this one included. */
    long rows() {
        return rows;
    }

    Candidate candidate(int number) {
        return candidates.get(number);
    }

    String failure(int predicate) {
        return tests.failure(predicate);
    }

    List<KeyRoute> keys() {
        return keys;
    }
}
