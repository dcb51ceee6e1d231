package io.weir.dsl.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.Examples;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Programs keep trees: no name in them changes by accident. What is new is added to the resource by hand; nothing is ever taken away.
 */
class VocabularyTest {

    @Test
    void kindsAndParts_listed_areThoseThatProgramsKnow() {
        String vocabulary = Kinds.all().stream().map(VocabularyTest::line).collect(Collectors.joining("\n", "", "\n"));

        assertThat(vocabulary).isEqualTo(Examples.resource("/tree/vocabulary.txt"));
    }

    private static String line(Kind<?> kind) {
        if (kind.leaf() != null) {
            return kind.name() + " value"
                    + (kind.leaf().extra() == null ? "" : " [" + kind.leaf().extra() + "]");
        }
        return kind.name() + kind.parts().stream().map(part -> part(kind, part)).collect(Collectors.joining());
    }

    private static String part(Kind<?> kind, Part<?> part) {
        String name = part.name() + ":" + shape(part.shape()) + (part.isList() ? "*" : "");
        return kind.needs(part) ? " " + name : " [" + name + "]";
    }

    private static String shape(Shape shape) {
        if (shape instanceof Leaf leaf) {
            return leaf.kind();
        } else if (shape instanceof Shape.Node node) {
            return node.text();
        } else if (shape instanceof Shape.Choice choice) {
            return String.join("|", choice.words().keySet()).replace(' ', '_');
        }
        return "bool";
    }
}
