package io.weir.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The example of the page on trees, both ways. */
class RuleTreePageTest {

    private static final String PAGE = "rule-tree.md";
    private static final String TEXT = Pages.block(PAGE, "weir tree");
    private static final String JSON = Pages.block(PAGE, "json");

    @Test
    void example_asATree_isAsThePageSays() throws IOException {
        JsonNode said = new ObjectMapper().readTree(JSON);

        assertThat(RuleTree.of(new Source(PAGE, TEXT)).json()).isEqualTo(said);
    }

    @Test
    void tree_asAText_isTheExample() {
        assertThat(RuleTree.text(JSON).problems()).isEmpty();
        assertThat(RuleTree.text(JSON).text()).isEqualTo(TEXT);
    }
}
