package io.weir.engine.evaluate;

import io.weir.dsl.Environment;
import io.weir.dsl.contract.ArtifactId;
import io.weir.dsl.plan.StreamSchema;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an epoch's rules may name, of one set of artifacts.
 *
 * @param artifacts all that is declared but the rules
 * @param streams by name
 * @param promptRevisions by the prompt's name
 * @param problems artifacts that have mistakes
 */
record EpochNames(
        Set<ArtifactId> artifacts,
        Environment environment,
        Map<String, EpochStream> streams,
        Map<String, Integer> promptRevisions,
        Map<ArtifactId, String> problems) {

    @Nullable
    EpochStream stream(StreamSchema schema) {
        return streams.get(schema.name());
    }
}
