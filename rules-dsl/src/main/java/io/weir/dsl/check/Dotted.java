package io.weir.dsl.check;

import io.weir.dsl.syntax.Name;
import java.util.List;
import java.util.stream.Collectors;

/** Names with dots between taken for one: a field of a record goes by its path, {@code address.zip}. */
final class Dotted {

    private Dotted() {}

    static Name name(List<Name> names) {
        Name last = names.get(names.size() - 1);
        return new Name(text(names), names.get(0).span().to(last.span()));
    }

    static String text(List<Name> names) {
        return names.stream().map(Name::text).collect(Collectors.joining("."));
    }

    /** What follows the first name. */
    static Name rest(List<Name> names) {
        return name(names.subList(1, names.size()));
    }
}
