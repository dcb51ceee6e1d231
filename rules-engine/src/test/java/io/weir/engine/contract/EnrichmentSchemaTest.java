package io.weir.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.dsl.contract.ContractJson;
import io.weir.dsl.contract.Enrichment;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnrichmentSchemaTest {

    @ParameterizedTest
    @EnumSource(Enrichment.Status.class)
    void enrichment_ofAnyStatus_isValid(Enrichment.Status status) throws IOException {
        boolean ok = status == Enrichment.Status.OK;
        Enrichment enrichment = new Enrichment(
                "q",
                "acme",
                "main",
                "a",
                "Any",
                "triage",
                1,
                status,
                ok ? Map.of("summary", "fine", "sure", true, "n", 2) : Map.of(),
                ok ? "a-model" : null,
                10,
                20,
                30,
                ok ? null : "too slow",
                Instant.parse("2026-03-01T12:00:00.5Z"));
        JsonNode json = new ObjectMapper().readTree(ContractJson.write(enrichment));

        assertThat(AlertSchema.enrichment().validate(json)).isEmpty();
    }

    @Test
    void schema_namesTheFieldsOfAnEnrichment() throws IOException {
        JsonNode schema = new ObjectMapper()
                .readTree(AlertSchema.DOCS.resolve("enrichment.schema.json").toFile());
        List<String> names = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);

        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Enrichment.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }
}
