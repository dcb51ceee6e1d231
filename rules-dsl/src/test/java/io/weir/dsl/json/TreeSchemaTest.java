package io.weir.dsl.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.weir.dsl.RuleTree;
import io.weir.dsl.Source;
import io.weir.dsl.grammar.RandomPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema that programs check trees with says what the reader says; -Dweir.golden.write writes it anew. */
class TreeSchemaTest {

    private static final Path PAGE = Path.of("../docs/rule-tree.schema.json");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TreeSchema.schema());

    @Test
    void schema_inTheDocs_isOfTheseKinds() throws IOException {
        String schema = TreeSchema.schema().toPrettyString() + "\n";
        if (System.getProperty("weir.golden.write") != null) {
            Files.writeString(PAGE, schema);
        }

        assertThat(PAGE).hasContent(schema);
    }

    @ParameterizedTest
    @MethodSource("io.weir.dsl.json.RoundTripTest#files")
    void file_asATree_isValid(String text) {
        assertThat(errors(tree(text, false))).isEmpty();
        assertThat(errors(tree(text, true))).isEmpty();
    }

    @Test
    void randomFile_asATree_isValid() {
        for (long seed = 1000; seed < 1200; seed++) {
            assertThat(errors(tree(RandomPack.text(seed, true), false)))
                    .as("seed %s", seed)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"declarations\": [{\"kind\": \"rull\"}]}",
                "{\"declarations\": [{}]}",
                "{\"declarations\": {}}",
                "{\"declaration\": []}",
                "{\"declarations\": [{\"kind\": \"rates\"}]}",
                "{\"declarations\": [{\"kind\": \"rates\", \"table\": 1}]}",
                "{\"declarations\": [{\"kind\": \"rates\", \"table\": \"a`b\"}]}",
                "{\"declarations\": [{\"kind\": \"rates\", \"table\": \"t\", \"comments\": {\"above\": [\"rule\"]}}]}",
                "{\"declarations\": [{\"kind\": \"feature\", \"name\": \"f\", \"on\": \"E\", \"value\": {\"kind\": \"and\","
                        + " \"operands\": [{\"kind\": \"bool\", \"value\": true}]}}]}",
                "{\"declarations\": [{\"kind\": \"feature\", \"name\": \"f\", \"on\": \"E\", \"value\": {\"kind\": \"number\","
                        + " \"value\": \"1e3\"}}]}"
            })
    void tree_thatTheReaderRefuses_isNotValid(String json) throws IOException {
        assertThat(TreeJson.text(json).problems()).isNotEmpty();
        assertThat(errors(new ObjectMapper().readTree(json))).isNotEmpty();
    }

    private static List<Error> errors(JsonNode tree) {
        return SCHEMA.validate(tree);
    }

    private static JsonNode tree(String text, boolean ranges) {
        RuleTree tree = RuleTree.of(new Source("a.weir", text), ranges);
        assertThat(tree.diagnostics()).as(text).isEmpty();
        return tree.json();
    }
}
