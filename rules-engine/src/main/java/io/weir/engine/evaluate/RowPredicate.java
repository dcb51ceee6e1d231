package io.weir.engine.evaluate;

import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.StreamSchema;
import io.weir.engine.index.MatchIndex.Predicates;

/** A condition over a row alone, shared by all that ask for it. */
final class RowPredicate {

    private final Program program;
    private final Program.Entry entry;
    private String failure = "";

    /** @param expr as in a {@link Condition} */
    RowPredicate(StreamSchema schema, Expr expr, Reference reference, Unmet unmet) {
        ProgramBuilder builder = new ProgramBuilder(new StreamView(schema, 0), reference);
        entry = builder.add(expr);
        program = builder.build();
        program.frame.unmet = unmet;
    }

    byte test(Row row) {
        program.begin(row);
        try {
            return (byte) program.test(entry);
        } catch (RuntimeException e) {
            failure = String.valueOf(e.getMessage());
            return Predicates.FAILED;
        }
    }

    Unmet unmet() {
        return program.frame.unmet;
    }

    /** Why the last test failed. */
    String failure() {
        return failure;
    }
}
