package io.weir.engine.evaluate;

import io.weir.dsl.plan.AggregateFunction;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Sequence;
import io.weir.dsl.plan.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a sequence asks of the events of one stream, in that stream's program. */
final class StepEntries {

    private static final byte[] NOTHING = new byte[0];

    private final Program.@Nullable Entry filter;
    private final Program.@Nullable Entry[] steps;
    private final Program.@Nullable Entry[] operands;
    private final Program.@Nullable Entry[] wheres;
    private final List<Expr.StepAggregate> totals;

    /** @param trigger the stream's place in the rule's {@code on} */
    StepEntries(RulePlan rule, SequencePlan plan, int trigger, ProgramBuilder program) {
        List<Sequence.Step> all = ((RuleBody.Match) rule.body()).sequence().steps();
        filter = plan.strictly ? entry(rule.on().get(trigger).where(), program) : null;
        steps = new Program.Entry[all.size()];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = plan.step(i).takes(trigger) ? entry(all.get(i).where(), program) : null;
        }
        totals = plan.needs.totals();
        operands = new Program.Entry[totals.size()];
        wheres = new Program.Entry[totals.size()];
        for (int i = 0; i < operands.length; i++) {
            operands[i] = entry(totals.get(i).operand(), program);
            wheres[i] = entry(totals.get(i).where(), program);
        }
    }

    private static Program.@Nullable Entry entry(@Nullable Expr expr, ProgramBuilder program) {
        return expr == null ? null : program.add(expr);
    }

    /** Whether the row passes the {@code where} of {@code on}, which not strictly is asked before. */
    boolean passes(Program program) {
        return filter == null || program.test(filter) == 1;
    }

    boolean fits(int step, Program program) {
        Program.Entry entry = steps[step];
        return entry == null || program.test(entry) == 1;
    }

    /** See {@link MatchConditions#counted}. */
    @Nullable
    Object counted(int total, Program program) {
        Program.Entry where = wheres[total];
        Program.Entry operand = operands[total];
        if (where != null && program.test(where) != 1) {
            return null;
        } else if (operand == null || totals.get(total).function() == AggregateFunction.COUNT) {
            return Boolean.TRUE;
        }
        program.run(operand);
        return value(program.frame, operand.register(), operandType(total));
    }

    private Type operandType(int total) {
        Expr operand = totals.get(total).operand();
        return operand == null ? Type.Scalar.BOOL : operand.type();
    }

    private static @Nullable Object value(Frame frame, int register, Type type) {
        if (!frame.isPresent(register)) {
            return null;
        }
        byte[] row = type == Type.Scalar.GEO || type instanceof Type.ListOf ? frame.asBytes(register) : NOTHING;
        long bits = frame.bits[register];
        if (type instanceof Type.ListOf list) {
            return Lists.pack(row, bits, list.element());
        } else if (type != Type.Scalar.GEO) {
            return frame.boxed(register, type);
        }
        RowWriter writer = new RowWriter(0, 1).begin();
        writer.setGeo(0, degrees(row, bits), degrees(row, bits + 8));
        return writer.finish(0, 0, 0).bytes();
    }

    private static double degrees(byte[] row, long at) {
        return Double.longBitsToDouble(Bytes.getLong(row, (int) at));
    }
}
