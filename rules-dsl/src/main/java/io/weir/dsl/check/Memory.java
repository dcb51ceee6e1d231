package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.syntax.Definition;
import io.weir.dsl.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file's declarations from checking it before. A declaration is known again by its text, wherever in the file
 * it stands now; it is checked anew where its text has changed, or where others answer differently what it asked of them.
 */
public class Memory {

    /** Knows nothing, and keeps nothing. */
    static final Memory NONE = new Memory() {
        @Override
        <T> @Nullable T recall(Checker.File file, Definition definition, Names names, PartCheck<T> check) {
            Problems problems = file.problems().within(definition.span());
            T result = check.check(problems, names);
            file.problems().take(problems, 0);
            return result;
        }
    };

    private final Map<Definition, Part> parts = new IdentityHashMap<>();
    private Map<Key, Known> before = Map.of();
    private Map<Key, Known> now = new HashMap<>();
    private @Nullable SyntaxTree current;

    /**
     * All that a check of the declaration on its own depends on.
     *
     * @param text to where the next declaration starts
     * @param next what begins there
     * @param seen the problems that it has already
     * @param turn how many checks it had before
     */
    private record Key(String text, @Nullable Class<?> next, String seen, int turn) {}

    private record Known(@Nullable Object result, Problems problems, Uses uses, int start) {}

    /** A declaration where it stands now. */
    private record Part(String text, @Nullable Class<?> next, List<Known> known) {}

    /** To be called before each check of the file: forgets what the last one did not need. */
    public void start(SyntaxTree tree) {
        before = now;
        now = new HashMap<>();
        if (tree == current) {
            parts.values().forEach(part -> part.known.clear());
        } else {
            cut(tree);
        }
    }

    private void cut(SyntaxTree tree) {
        current = tree;
        parts.clear();
        Definition next = null;
        int end = tree.text().length();
        for (int i = tree.definitions().size() - 1; i >= 0; i--) {
            Definition definition = tree.definitions().get(i);
            int start = definition.span().start();
            String text = tree.text().substring(start, Math.max(start, end));
            parts.put(definition, new Part(text, next == null ? null : next.getClass(), new ArrayList<>()));
            next = definition;
            end = start;
        }
    }

    /** What that declaration of the file used, a list for each time that it was checked. */
    public List<Uses> uses(Definition definition) {
        Part part = parts.get(definition);
        return part == null ? List.of() : part.known.stream().map(Known::uses).toList();
    }

    @SuppressWarnings("unchecked") // the text says of which kind the declaration is
    <T> @Nullable T recall(Checker.File file, Definition definition, Names names, PartCheck<T> check) {
        Part part = Objects.requireNonNull(parts.get(definition), "start() comes first");
        String seen = file.problems().seenIn(definition.span());
        Key key = new Key(part.text, part.next, seen, part.known.size());
        int start = definition.span().start();
        Known known = before.get(key);
        if (known == null || !known.uses.hold(names)) {
            Problems problems = file.problems().within(definition.span());
            Uses uses = new Uses(start);
            known = new Known(check.check(problems, names.notedIn(uses)), problems, uses, start);
        }
        now.put(key, known);
        part.known.add(known);
        file.problems().take(known.problems, start - known.start);
        return (T) known.result;
    }
}
