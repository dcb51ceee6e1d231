package io.weir.dsl.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Reads JSON that anybody may have written: within limits, every number exact, no field twice. */
final class JsonText {

    /** In characters, blanks included. */
    private static final int LONGEST = 8_000_000;
    /** Values, names of fields, brackets and braces. */
    private static final int MOST_TOKENS = 1_000_000;
    /** The deepest rule file has 64 levels of parentheses around a chain of 500 operators. */
    private static final int DEEPEST = 1_500;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxTokenCount(MOST_TOKENS)
                            .maxNumberLength(100)
                            .maxStringLength(LONGEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private JsonText() {}

    /** Missing where it could not be read. */
    static JsonNode read(String json, TreeProblems problems) {
        if (json.length() > LONGEST) {
            problems.report("", "the JSON is larger than " + LONGEST / 1_000_000 + " million characters");
            return MissingNode.getInstance();
        }
        try {
            return MAPPER.readTree(json.startsWith("\uFEFF") ? json.substring(1) : json);
        } catch (StreamConstraintsException e) {
            problems.report("", "the JSON is too deep or too large: " + e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
            problems.report("", "this is no JSON: " + e.getOriginalMessage() + where);
        }
        return MissingNode.getInstance();
    }
}
