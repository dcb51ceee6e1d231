package io.weir.dsl.check;

import io.weir.dsl.plan.Type;
import java.util.List;

/** Words for messages. */
final class Phrases {

    private Phrases() {}

    static String oneOf(List<String> words) {
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
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
