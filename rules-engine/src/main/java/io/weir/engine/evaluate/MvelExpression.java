package io.weir.engine.evaluate;

import io.weir.dsl.plan.Type;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mvel2.MVEL;
import org.mvel2.ParserConfiguration;
import org.mvel2.ParserContext;
import org.mvel2.integration.impl.IndexedVariableResolverFactory;
import org.mvel2.optimizers.OptimizerFactory;

/**
 * A compiled MVEL expression over indexed variables. Its source is what {@link MvelPrinter} prints and nothing else: names of
 * variables and of allowed functions, parentheses, commas, plus signs.
 */
final class MvelExpression {

    static final String FUNCTION = "f_";

    private static final ParserConfiguration ALLOWED = allowed();

    private final String source;
    private final ParserContext context;
    private @Nullable Serializable compiled;
    private final @Nullable Object[] values;
    private final IndexedVariableResolverFactory variables;
    private final int[] registers;
    private final Type[] types;

    /** A register that a variable stands for. */
    record Operand(int register, Type type) {}

    /**
     * @param operands what the first variables stand for
     * @param constants the values of those that follow
     */
    MvelExpression(String source, List<Operand> operands, List<Object> constants) {
        String[] names = new String[operands.size() + constants.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = i < operands.size() ? "v" + i : "k" + (i - operands.size());
        }
        registers = operands.stream().mapToInt(Operand::register).toArray();
        types = operands.stream().map(Operand::type).toArray(Type[]::new);
        values = new Object[names.length];
        for (int i = 0; i < constants.size(); i++) {
            values[operands.size() + i] = constants.get(i);
        }
        variables = new IndexedVariableResolverFactory(names, values);
        context = new ParserContext(ALLOWED).withIndexedVars(names);
        this.source = source;
    }

    /** The JIT writes classes, and failed under concurrency; nothing but our own functions can be named. */
    private static ParserConfiguration allowed() {
        System.setProperty("mvel2.disable.jit", "true");
        OptimizerFactory.setDefaultOptimizer(OptimizerFactory.SAFE_REFLECTIVE);
        ParserConfiguration configuration = new ParserConfiguration();
        for (Method method : Calculator.class.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers())) {
                configuration.addImport(FUNCTION + method.getName(), method);
            }
        }
        return configuration;
    }

    void evaluate(Frame f, int to) {
        for (int i = 0; i < registers.length; i++) {
            values[i] = f.boxed(registers[i], types[i]);
        }
        try {
            f.unbox(to, MVEL.executeExpression(compiled(), null, variables));
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    /** Most texts are never shown, so they are compiled when they first are. */
    private Serializable compiled() {
        Serializable known = compiled;
        if (known == null) {
            known = MVEL.compileExpression(source, context);
            compiled = known;
        }
        return known;
    }

    /** MVEL wraps what a function throws, once a level. */
    private static RuntimeException failure(RuntimeException problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof RuleFailure || cause instanceof ArithmeticException) {
                return (RuntimeException) cause;
            }
        }
        return problem;
    }
}
