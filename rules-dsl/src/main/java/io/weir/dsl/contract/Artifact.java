package io.weir.dsl.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One immutable revision of a declaration, a model, or a list's entries.
 *
 * @param title the name as its author wrote it
 * @param text the declaration's source; null for what is not declared
 * @param content a model package, zipped; the entries of a list as {@link ListEntries} reads them; null for declarations
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
