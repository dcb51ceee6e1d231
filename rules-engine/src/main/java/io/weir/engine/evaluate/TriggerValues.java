package io.weir.engine.evaluate;

import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Type;
import java.util.ArrayList;
import java.util.List;

/** What a rule's lets, aggregates, scores and trends were at an event, to be asked for later. */
final class TriggerValues {

    private TriggerValues() {}

    /** Computes what was not. Fails with {@link RuleFailure}. */
    static List<byte[]> of(RulePlan plan, Program program) {
        List<byte[]> values = new ArrayList<>();
        for (int i = 0; i < plan.lets().size(); i++) {
            values.add(bytes(program, program.let(i), plan.lets().get(i).value().type()));
        }
        for (int i = 0; i < plan.aggregates().size(); i++) {
            values.add(bytes(
                    program, program.aggregate(i), plan.aggregates().get(i).type()));
        }
        for (int i = 0; i < plan.scores().size(); i++) {
            values.add(bytes(program, program.score(i), Type.Scalar.FLOAT));
        }
        for (int i = 0; i < plan.trends().size(); i++) {
            values.add(bytes(program, program.trend(i), Type.Scalar.BOOL));
        }
        return values;
    }

    private static byte[] bytes(Program program, int register, Type type) {
        return RegisterBytes.of(program.frame, register, Rep.of(type));
    }

    /** Into the registers of a program that has begun. */
    static void restore(List<byte[]> values, RulePlan plan, Program program) {
        int register = 0;
        for (int i = 0; i < plan.lets().size(); i++) {
            restore(values, register++, plan.lets().get(i).value().type(), program);
        }
        for (int i = 0; i < plan.aggregates().size(); i++) {
            restore(values, register++, plan.aggregates().get(i).type(), program);
        }
        for (int i = 0; i < plan.scores().size(); i++) {
            restore(values, register++, Type.Scalar.FLOAT, program);
        }
        for (int i = 0; i < plan.trends().size(); i++) {
            restore(values, register++, Type.Scalar.BOOL, program);
        }
    }

    private static void restore(List<byte[]> values, int register, Type type, Program program) {
        if (register < values.size()) {
            RegisterBytes.restore(values.get(register), program.frame, register, Rep.of(type));
        }
    }
}
