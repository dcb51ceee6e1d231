package io.weir.dsl;

import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.diagnostic.Renderer;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.parse.Parser;
import io.weir.dsl.syntax.SyntaxTree;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes out a tree without its places, so that two can be compared. */
final class TreeText {

    private TreeText() {}

    static String of(String text) {
        Problems problems = new Problems("a.weir", text);
        SyntaxTree tree = Parser.parse(text, problems);
        if (problems.count() > 0) {
            throw new AssertionError(Renderer.plain().render(problems.diagnostics()) + "\nin\n" + text);
        }
        return tree.definitions().stream().map(TreeText::node).collect(Collectors.joining("\n"));
    }

    private static String node(Object node) {
        if (node instanceof List<?> list) {
            return list.stream().map(TreeText::node).collect(Collectors.joining(", ", "[", "]"));
        }
        return node instanceof Record ? record(node) : String.valueOf(node);
    }

    private static String record(Object node) {
        return Stream.of(node.getClass().getRecordComponents())
                .filter(component -> component.getType() != Span.class)
                .map(component -> node(value(node, component)))
                .collect(Collectors.joining(", ", node.getClass().getSimpleName() + "(", ")"));
    }

    private static Object value(Object node, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(node);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
