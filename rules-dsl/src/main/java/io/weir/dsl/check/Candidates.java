package io.weir.dsl.check;

import io.weir.dsl.diagnostic.NearNames;
import io.weir.dsl.plan.Type;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The names that could stand at a place, with their types; of near ones those that fit come first. */
final class Candidates {

    private final Map<String, Type> types = new TreeMap<>();

    static Candidates of(StreamSymbol stream) {
        Candidates candidates = new Candidates();
        stream.schema().fields().forEach(field -> candidates.types.put(field.name(), field.type()));
        return candidates;
    }

    /** These and the fields of another stream. */
    Candidates and(StreamSymbol stream) {
        types.putAll(of(stream).types);
        return this;
    }

    /** These and the rule's lets, as far as they have a meaning. */
    Candidates and(Map<String, LetSymbol> lets) {
        lets.values().forEach(let -> {
            if (let.value() != null) {
                types.put(let.name(), let.value().type());
            }
        });
        return this;
    }

    @Nullable
    String nearest(String written, Wanted wanted) {
        String fitting = NearNames.nearest(
                written,
                types.entrySet().stream()
                        .filter(entry -> wanted.fits(entry.getValue()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
        return fitting == null ? NearNames.nearest(written, types.keySet()) : fitting;
    }
}
