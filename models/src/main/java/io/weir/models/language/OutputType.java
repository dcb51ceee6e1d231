package io.weir.models.language;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The types of an answer's fields: how each looks in JSON and what is accepted. */
public enum OutputType {
    TEXT {
        @Override
        @Nullable
        Object accept(JsonNode node, List<String> choices) {
            return node.isTextual() && node.textValue().length() <= MAX_TEXT ? node.textValue() : null;
        }
    },
    ONE_OF {
        @Override
        @Nullable
        Object accept(JsonNode node, List<String> choices) {
            return node.isTextual() && choices.contains(node.textValue()) ? node.textValue() : null;
        }
    },
    INT {
        @Override
        @Nullable
        Object accept(JsonNode node, List<String> choices) {
            // JSON knows one kind of number: 3.0 is an integer.
            return node.canConvertToExactIntegral() && node.canConvertToLong() ? node.longValue() : null;
        }
    },
    FLOAT {
        @Override
        @Nullable
        Object accept(JsonNode node, List<String> choices) {
            return node.isNumber() && Double.isFinite(node.doubleValue()) ? node.doubleValue() : null;
        }
    },
    BOOL {
        @Override
        @Nullable
        Object accept(JsonNode node, List<String> choices) {
            return node.isBoolean() ? node.booleanValue() : null;
        }
    };

    static final int MAX_TEXT = 10_000;

    /** The value, or null if the node is none of this type. */
    abstract @Nullable Object accept(JsonNode node, List<String> choices);
}
