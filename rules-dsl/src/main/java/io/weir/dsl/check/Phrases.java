package io.weir.dsl.check;

import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** Words for messages. */
final class Phrases {

    private static final List<Unit> LONGEST_FIRST =
            List.of(Unit.DAYS, Unit.HOURS, Unit.MINUTES, Unit.SECONDS, Unit.MILLISECONDS);

    private Phrases() {}

    static String oneOf(List<String> words) {
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    /** As an author writes it: in the largest unit that leaves no rest. */
    static String duration(Duration duration) {
        long millis = duration.toMillis();
        for (Unit unit : LONGEST_FIRST) {
            long size = unit.inBase(BigDecimal.ONE).longValueExact();
            if (millis % size == 0) {
                long count = millis / size;
                return count + " " + (count == 1 ? unit.text().replaceAll("s$", "") : unit.text());
            }
        }
        throw new IllegalStateException("A duration is whole milliseconds: " + duration);
    }

    /** So many of what that word says. */
    static String count(int number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }

    /** A value of that type, with its article. */
    static String a(Type type) {
        String text = type.text();
        if (type instanceof Type.Money) {
            return text;
        } else if (type == Type.Scalar.BOOL) {
            return "true or false";
        }
        return ("aeiou".indexOf(text.charAt(0)) >= 0 ? "an " : "a ") + text;
    }
}
