package io.weir.engine.evaluate;

import io.weir.dsl.plan.Let;
import io.weir.dsl.plan.Trend;
import java.util.List;

/** Adds the events of one stream to a trend's run. */
final class TrendFeed {

    private final boolean increases;
    private final Rep rep;
    private final Program program;
    private final Program.Entry operand;
    private final int before;

    /** @param view of the stream, where it has that place in the rule's {@code on} */
    TrendFeed(Trend trend, List<Let> lets, StreamView view, Reference reference) {
        increases = trend.increases();
        rep = Rep.of(trend.operand().type());
        ProgramBuilder builder = new ProgramBuilder(new StreamView(view.schema(), 0), reference);
        before = builder.newRegister();
        operand = builder.add(Expressions.onRowOf(view, trend.operand(), lets));
        program = builder.build();
    }

    /** Fails with {@link RuleFailure}. */
    void feed(Row row, TrendRun run) {
        program.begin(row);
        program.run(operand);
        Frame f = program.frame;
        if (!f.isPresent(operand.register())) {
            run.breakOff();
            return;
        }
        byte[] last = run.lastValue();
        boolean goesOn = last != null && follows(f, last);
        run.add(row.time(), RegisterBytes.of(f, operand.register(), rep), goesOn);
    }

    private boolean follows(Frame f, byte[] last) {
        RegisterBytes.restore(last, f, before, rep);
        int now = operand.register();
        if (rep == Rep.MONEY && f.currency[now] != f.currency[before]) {
            return false;
        }
        int comparison = switch (rep) {
            case BOOL, LONG -> Long.compare(f.bits[now], f.bits[before]);
            case DOUBLE -> Double.compare(f.asDouble(now), f.asDouble(before));
            case DECIMAL, MONEY -> Decimals.compare(f, now, before);
            case TEXT -> Texts.compare(f, now, before);
            case GEO, LIST -> 0;
        };
        return increases ? comparison > 0 : comparison < 0;
    }
}
