package io.weir.engine.evaluate;

import io.weir.engine.evaluate.NaiveSequence.Asked;
import io.weir.engine.evaluate.NaiveSequence.Condition;
import io.weir.engine.evaluate.NaiveSequence.Event;
import io.weir.engine.evaluate.NaiveSequence.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Seeded random sequences, as text and as what they mean, and events for them. */
final class RandomSequence {

    static final String STREAMS = """
        event T { id: text n: int? at: timestamp } time at
        event U { id: text n: int? at: timestamp } time at
        """;

    private static final Condition TRUE = new Condition("", asked -> true);

    private final Random random;

    RandomSequence(Random random) {
        this.random = random;
    }

    private record Value(String text, Function<Asked, @Nullable Long> of) {}

    /** Some of them have mistakes. */
    NaiveSequence next() {
        boolean strictly = random.nextBoolean();
        List<Step> steps = new ArrayList<>();
        int size = 1 + random.nextInt(4);
        for (int i = 0; i < size; i++) {
            steps.add(step(steps, strictly));
        }
        long within = strictly && random.nextInt(4) == 0 ? Long.MAX_VALUE : 1 + random.nextInt(25);
        int resume = random.nextInt(2) == 0 ? NaiveSequence.AFTER : random.nextInt(size + 1) - 2;
        return new NaiveSequence(
                strictly, within, steps, resume, random.nextInt(2) == 0 ? TRUE : condition(steps, steps.size()));
    }

    private Step step(List<Step> before, boolean strictly) {
        int index = before.size();
        boolean forbidden = index > 0 && random.nextInt(4) == 0;
        int least = random.nextInt(4) == 0 ? random.nextInt(3) : 1;
        int most = random.nextInt(3) == 0 ? Integer.MAX_VALUE : Math.max(1, least + random.nextInt(2));
        String stream = List.of("", "T", "T", "U").get(random.nextInt(4));
        Step empty = forbidden
                ? new Step("s" + index, 1, 1, true, stream, TRUE)
                : new Step("s" + index, least, most, false, stream, TRUE);
        List<Step> named = new ArrayList<>(before);
        named.add(empty);
        Condition where = random.nextInt(3) == 0 ? TRUE : condition(named, index);
        return new Step(empty.name(), empty.least(), empty.most(), forbidden, stream, where);
    }

    private Condition condition(List<Step> named, int at) {
        if (random.nextInt(4) == 0) {
            Condition left = comparison(named, at);
            Condition right = comparison(named, at);
            boolean and = random.nextBoolean();
            return new Condition(
                    left.text() + (and ? " and " : " or ") + right.text(),
                    asked -> and
                            ? left.test().test(asked) && right.test().test(asked)
                            : left.test().test(asked) || right.test().test(asked));
        }
        return comparison(named, at);
    }

    private Condition comparison(List<Step> named, int at) {
        Value left = random.nextInt(4) > 0 ? new Value("n", Asked::n) : value(named, at);
        Value right = value(named, at);
        int operator = random.nextInt(4);
        return new Condition(
                left.text() + " " + List.of("<", "<=", ">", "is not").get(operator) + " " + right.text(), asked -> {
                    Long a = left.of().apply(asked);
                    Long b = right.of().apply(asked);
                    return a != null
                            && b != null
                            && switch (operator) {
                                case 0 -> a < b;
                                case 1 -> a <= b;
                                case 2 -> a > b;
                                default -> a.longValue() != b.longValue();
                            };
                });
    }

    private Value value(List<Step> named, int at) {
        List<Integer> steps = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            if (!named.get(i).forbidden() || i == at) {
                steps.add(i);
            }
        }
        int kind = random.nextInt(7);
        int step = steps.get(random.nextInt(steps.size()));
        String name = named.get(step).name();
        return switch (kind) {
            case 0 -> new Value("previous n", Asked::before);
            case 1 -> new Value("first " + name + ".n", asked -> asked.end(step, true));
            case 2 -> new Value("last " + name + ".n", asked -> asked.end(step, false));
            case 3 -> new Value("count of " + name, asked -> asked.count(step));
            case 4 -> new Value("sum of " + name + ".n", asked -> asked.sum(step));
            default -> {
                long constant = random.nextInt(4);
                yield new Value(Long.toString(constant), asked -> constant);
            }
        };
    }

    List<Event> events() {
        List<Event> events = new ArrayList<>();
        long at = 1_000;
        for (int i = random.nextInt(11); i >= 0; i--) {
            at += random.nextInt(3) == 0 ? 0 : random.nextInt(4);
            Long n = random.nextInt(12) == 0 ? null : Long.valueOf(random.nextInt(4));
            events.add(new Event(random.nextInt(3) == 0 ? "U" : "T", n, at, events.size()));
        }
        return events;
    }

    static String rule(NaiveSequence sequence) {
        StringBuilder text = new StringBuilder("rule \"r\"\n  on T, U by id\n  sequence")
                .append(sequence.strictly() ? " strictly" : "")
                .append(sequence.within() == Long.MAX_VALUE ? "" : " within " + sequence.within() + " milliseconds")
                .append('\n');
        for (Step step : sequence.steps()) {
            text.append("    ").append(step.name());
            if (!step.forbidden() && (step.least() != 1 || step.most() != 1)) {
                text.append('{')
                        .append(step.least())
                        .append(',')
                        .append(step.most() == Integer.MAX_VALUE ? "" : Integer.toString(step.most()))
                        .append('}');
            }
            text.append(": ")
                    .append(step.forbidden() ? "no " : "")
                    .append(step.stream())
                    .append(
                            step.where().text().isEmpty()
                                    ? ""
                                    : " where " + step.where().text())
                    .append('\n');
        }
        if (!sequence.when().text().isEmpty()) {
            text.append("  when ").append(sequence.when().text()).append('\n');
        }
        return text.append(resume(sequence)).append("  then alert \"{n}\"\n").toString();
    }

    private static String resume(NaiveSequence sequence) {
        return switch (sequence.resumeAt()) {
            case NaiveSequence.AFTER -> "";
            case NaiveSequence.AT_NEXT -> "  then resume at next\n";
            default -> "  then resume at s" + sequence.resumeAt() + "\n";
        };
    }
}
