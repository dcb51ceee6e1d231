package io.weir.admin.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.dsl.contract.ContractJson;
import io.weir.dsl.plan.Slug;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Which records of a topic are alerts that a listener may see; a rule's topic may hold other people's records too.
 *
 * @param rule a slug; null for all
 */
record AlertFilter(String tenant, @Nullable String rule) {

    boolean matches(byte @Nullable [] value) {
        if (value == null) {
            return false;
        }
        try {
            JsonNode alert = ContractJson.MAPPER.readTree(value);
            return alert.hasNonNull("id")
                    && tenant.equals(alert.path("tenant").textValue())
                    && (rule == null || rule.equals(Slug.of(alert.path("rule").asText())));
        } catch (IOException noAlert) {
            return false;
        }
    }
}
