package io.weir.engine.evaluate;

import io.weir.dsl.plan.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The declared fields as a tree of their paths. */
final class AvroPaths {

    /** A declared field and where it goes. */
    record Place(Field field, int slot) {}

    private final Map<String, AvroPaths> children = new LinkedHashMap<>();
    private final List<Place> places = new ArrayList<>();

    void add(Field field, int slot) {
        AvroPaths node = this;
        for (String name : field.path()) {
            node = node.children.computeIfAbsent(name, any -> new AvroPaths());
        }
        node.places.add(new Place(field, slot));
    }

    @Nullable
    AvroPaths child(String name) {
        return children.get(name);
    }

    Map<String, AvroPaths> children() {
        return children;
    }

    /** The fields that stand right here. */
    List<Place> places() {
        return places;
    }
}
