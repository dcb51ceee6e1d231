package io.weir.engine.evaluate;

import io.weir.engine.index.MatchIndex;
import java.util.Arrays;
import java.util.List;

/** The predicates of a stream's filters, each evaluated at most once a row. */
final class RowTests implements MatchIndex.Predicates {

    private static final byte UNKNOWN = -1;

    private final RowPredicate[] predicates;
    private final byte[] results;
    private Row row = new Row(new byte[0]);

    RowTests(List<RowPredicate> predicates) {
        this.predicates = predicates.toArray(RowPredicate[]::new);
        results = new byte[predicates.size()];
    }

    RowTests about(Row newRow) {
        row = newRow;
        Arrays.fill(results, UNKNOWN);
        return this;
    }

    @Override
    public byte test(int predicate) {
        byte known = results[predicate];
        if (known != UNKNOWN) {
            return known;
        }
        byte result = predicates[predicate].test(row);
        results[predicate] = result;
        return result;
    }

    String failure(int predicate) {
        return predicates[predicate].failure();
    }
}
