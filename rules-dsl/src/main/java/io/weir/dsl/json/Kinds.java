package io.weir.dsl.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All kinds of nodes. Their names and those of their parts are kept by programs and never change. */
final class Kinds {

    private static final Map<String, Kind<?>> BY_NAME = new LinkedHashMap<>();
    private static final Map<Class<?>, List<Kind<?>>> BY_TYPE = new HashMap<>();

    static {
        Stream.of(DeclarationKinds.ALL, RuleKinds.ALL, TestKinds.ALL, ExpressionKinds.ALL, PhraseKinds.ALL)
                .flatMap(List::stream)
                .forEach(Kinds::add);
    }

    private Kinds() {}

    private static void add(Kind<?> kind) {
        if (BY_NAME.put(kind.name(), kind) != null) {
            throw new IllegalStateException("Two kinds are called " + kind.name());
        }
        BY_TYPE.computeIfAbsent(kind.type(), none -> new ArrayList<>()).add(kind);
    }

    static List<Kind<?>> all() {
        return List.copyOf(BY_NAME.values());
    }

    /** The kinds that may stand where that is asked for. */
    static List<Kind<?>> of(Shape.Node node) {
        return BY_NAME.values().stream().filter(kind -> isOf(kind, node)).toList();
    }

    private static boolean isOf(Kind<?> kind, Shape.Node node) {
        return node.family() == null
                ? kind.name().equals(node.text())
                : kind.families().contains(node.family());
    }

    static Kind<?> of(Leaf leaf) {
        Kind<?> kind = BY_NAME.get(leaf.kind());
        if (kind == null) {
            throw new IllegalStateException("No kind is called " + leaf.kind());
        }
        return kind;
    }

    /** What a node of that kind may be; only for kinds that are leaves. */
    static Leaf leaf(Kind<?> kind) {
        Leaf leaf = kind.leaf();
        if (leaf == null) {
            throw new IllegalStateException(kind.name() + " has parts");
        }
        return leaf;
    }

    /** The kind of a record, among those that may stand there. */
    static Kind<?> of(Object node, Shape.Node place) {
        return BY_TYPE.getOrDefault(node.getClass(), List.of()).stream()
                .filter(kind -> kind.isOf(node) && isOf(kind, place))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        node.getClass().getSimpleName() + " is no " + place.text() + ": " + node));
    }
}
