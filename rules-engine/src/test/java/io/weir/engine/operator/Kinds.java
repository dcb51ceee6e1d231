package io.weir.engine.operator;

import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.Function;
import io.weir.dsl.plan.Operator;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Severity;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.Type;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a rule's plan can be made of: each kind of record in it, both values of what is so or not, and each constant. Found in the
 * plan's own types, so that whatever the language gets is among them.
 */
final class Kinds {

    private static final String PLAN = RulePlan.class.getPackageName();

    /** They say what an event looks like, or what is computed from one: nothing is kept for them. */
    private static final Set<Class<?>> STATELESS =
            Set.of(StreamSchema.class, Field.class, Type.class, Operator.class, Function.class, Severity.class);

    private final Set<String> kinds = new TreeSet<>();
    private final Set<Class<?>> seen = new HashSet<>();

    private Kinds() {}

    /** All that there are. */
    static Set<String> all() {
        Kinds all = new Kinds();
        all.addType(RulePlan.class);
        return all.kinds;
    }

    /** Those of that plan. */
    static Set<String> of(RulePlan plan) {
        Kinds found = new Kinds();
        found.addValue(plan);
        return found.kinds;
    }

    private void addType(java.lang.reflect.Type type) {
        if (type instanceof ParameterizedType generic) {
            for (java.lang.reflect.Type argument : generic.getActualTypeArguments()) {
                addType(argument);
            }
        } else if (type instanceof Class<?> each && isOfPlan(each) && seen.add(each)) {
            addClass(each);
        }
    }

    private void addClass(Class<?> type) {
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                kinds.add(name(type) + " " + constant);
            }
        } else if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                addType(permitted);
            }
        } else if (type.isRecord()) {
            kinds.add(name(type));
            for (RecordComponent component : type.getRecordComponents()) {
                if (component.getType() == boolean.class) {
                    kinds.add(flag(component, true));
                    kinds.add(flag(component, false));
                }
                addType(component.getGenericType());
            }
        }
    }

    private void addValue(@Nullable Object value) {
        if (value instanceof Collection<?> many) {
            many.forEach(this::addValue);
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(this::addValue);
        } else if (value != null && isOfPlan(value.getClass())) {
            addOne(value);
        }
    }

    private void addOne(Object value) {
        if (value instanceof Enum<?> constant) {
            kinds.add(name(constant.getDeclaringClass()) + " " + constant);
        } else if (value.getClass().isRecord()) {
            kinds.add(name(value.getClass()));
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                Object part = read(component, value);
                if (part instanceof Boolean is) {
                    kinds.add(flag(component, is));
                }
                addValue(part);
            }
        }
    }

    private static boolean isOfPlan(Class<?> type) {
        return type.getPackageName().equals(PLAN) && STATELESS.stream().noneMatch(each -> each.isAssignableFrom(type));
    }

    private static @Nullable Object read(RecordComponent component, Object value) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String flag(RecordComponent component, boolean is) {
        return name(component.getDeclaringRecord()) + (is ? " " : " not ") + component.getName();
    }

    private static String name(Class<?> type) {
        return type.getName().substring(PLAN.length() + 1).replace('$', '.');
    }
}
