package io.weir.dsl.check;

import io.weir.dsl.diagnostic.NearNames;
import io.weir.dsl.plan.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The names that could stand at a place, with their types; of near ones those that fit come first. */
final class Candidates {

    private final Map<String, Meaning> meanings = new TreeMap<>();

    private record Meaning(Target.Kind kind, @Nullable Type type) {
        boolean fits(Wanted wanted) {
            return type == null ? wanted == Wanted.NAME : wanted.fits(type);
        }
    }

    /** These and a name of that type. */
    Candidates and(Target.Kind kind, String name, @Nullable Type type) {
        meanings.put(name, new Meaning(kind, type));
        return this;
    }

    /** These and names of what has no value. */
    Candidates and(Target.Kind kind, Collection<String> names) {
        names.forEach(name -> and(kind, name, null));
        return this;
    }

    /** These and the fields of a stream. */
    Candidates and(StreamSymbol stream) {
        stream.schema().fields().forEach(field -> and(Target.Kind.FIELD, field.name(), field.type()));
        return this;
    }

    /** These and the rule's lets, as far as they have a meaning. */
    Candidates and(Map<String, LetSymbol> lets) {
        lets.values().forEach(let -> {
            if (let.value() != null) {
                and(Target.Kind.LET, let.name(), let.value().type());
            }
        });
        return this;
    }

    /** Those whose names begin like that, without that beginning. */
    Candidates behind(String prefix) {
        if (prefix.isEmpty()) {
            return this;
        }
        Candidates behind = new Candidates();
        meanings.forEach((name, meaning) -> {
            if (name.startsWith(prefix)) {
                behind.meanings.put(name.substring(prefix.length()), meaning);
            }
        });
        return behind;
    }

    List<Candidate> all(Wanted wanted) {
        return meanings.entrySet().stream()
                .map(one -> new Candidate(
                        one.getValue().kind(),
                        one.getKey(),
                        one.getValue().type(),
                        one.getValue().fits(wanted)))
                .toList();
    }

    @Nullable
    String nearest(String written, Wanted wanted) {
        String fitting = NearNames.nearest(
                written,
                meanings.entrySet().stream()
                        .filter(entry -> entry.getValue().fits(wanted))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
        return fitting == null ? NearNames.nearest(written, meanings.keySet()) : fitting;
    }
}
