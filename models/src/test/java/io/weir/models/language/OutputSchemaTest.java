package io.weir.models.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputSchemaTest {
    private static final OutputSchema ALL = OutputSchema.of(
            OutputField.of("t", OutputType.TEXT),
            OutputField.oneOf("o", List.of("a", "b")),
            OutputField.of("i", OutputType.INT),
            OutputField.of("f", OutputType.FLOAT),
            OutputField.of("b", OutputType.BOOL));

    @Test
    void allTypes_read_areTypedAndInTheDeclaredOrder() throws Exception {
        var values = ALL.read("{\"extra\": {}, \"b\": true, \"f\": 2, \"i\": 3.0, \"o\": \"b\", \"t\": \"x\"}");

        assertThat(values).isEqualTo(Map.of("t", "x", "o", "b", "i", 3L, "f", 2.0, "b", true));
        assertThat(values.keySet()).containsExactly("t", "o", "i", "f", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"t\": null",
                "\"o\": \"c\"",
                "\"i\": 1.5",
                "\"i\": 99999999999999999999",
                "\"i\": \"1\"",
                "\"f\": 1e999",
                "\"f\": \"NaN\"",
                "\"b\": \"true\""
            })
    void oneWrongField_read_isNamedByTheReason(String wrong) {
        StringBuilder json = new StringBuilder("{" + wrong);
        for (String right : List.of("\"t\": \"x\"", "\"o\": \"a\"", "\"i\": 1", "\"f\": 1.0", "\"b\": false")) {
            if (!right.startsWith(wrong.substring(0, 3))) {
                json.append(", ").append(right);
            }
        }

        assertThatThrownBy(() -> ALL.read(json + "}"))
                .isInstanceOf(InvalidOutputException.class)
                .hasMessageContaining(wrong.substring(0, 3));
    }

    @Test
    void textBeyondTheLimit_isInvalid() {
        OutputSchema text = OutputSchema.of(OutputField.of("t", OutputType.TEXT));

        assertThatThrownBy(() -> text.read("{\"t\": \"" + "x".repeat(OutputType.MAX_TEXT + 1) + "\"}"))
                .isInstanceOf(InvalidOutputException.class);
    }

    @Test
    void deepNesting_isInvalidNotAnError() {
        assertThatThrownBy(() -> ALL.read("[".repeat(500_000))).isInstanceOf(InvalidOutputException.class);
    }

    @Test
    void fieldsOfOneName_areAMistakeOfTheCaller() {
        assertThatThrownBy(() ->
                        OutputSchema.of(OutputField.of("t", OutputType.TEXT), OutputField.of("t", OutputType.INT)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
