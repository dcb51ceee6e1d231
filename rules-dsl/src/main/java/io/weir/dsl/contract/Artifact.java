package io.weir.dsl.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One immutable revision of a declaration or a model.
 *
 * @param title the name as its author wrote it
 * @param text the declaration's source; null for a model
 * @param content a model package, zipped; null otherwise
 * @param schemaId of a stream: what its rows carry instead of names, unique in the control topic; 0 otherwise
 * @param sha256 of the text's UTF-8 or of the content, in hex
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Artifact(
        ArtifactId id,
        String title,
        @Nullable String text,
        byte @Nullable [] content,
        int schemaId,
        String sha256,
        String createdBy,
        Instant createdAt)
        implements ControlRecord {

    @Override
    public String tenant() {
        return id.tenant();
    }

    @Override
    public String key() {
        return id.toString();
    }
}
