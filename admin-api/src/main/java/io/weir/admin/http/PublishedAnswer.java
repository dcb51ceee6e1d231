package io.weir.admin.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.weir.admin.engines.Applied;
import io.weir.admin.publish.Past;
import io.weir.admin.publish.Publication;
import io.weir.dsl.diagnostic.DiagnosticJson;
import io.weir.dsl.diagnostic.Renderer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a publish came to, as clients see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PublishedAnswer(
        @JsonUnwrapped ReleaseAnswer release,
        boolean changed,
        String publishedAt,
        @Nullable String appliedAt,
        @Nullable Long millis,
        ArrayNode diagnostics,
        String rendered,
        @Nullable Long backfill) {

    /**
     * @param past the publication's release
     * @param asked when the request came
     * @param backfill the one that fills windows of what was published, where there is one
     */
    static PublishedAnswer of(
            Publication publication, Past past, Applied applied, Instant asked, @Nullable Long backfill) {
        // Of a publish that changed nothing, neither the changes nor the time are its own.
        boolean changed = publication.changed();
        Past own = changed ? past : new Past(past.release(), List.of());
        Instant since = changed ? applied.since() : null;
        return new PublishedAnswer(
                ReleaseAnswer.of(own, applied),
                changed,
                Texts.time(changed ? publication.committedAt() : past.release().when()),
                Texts.timeOrNull(since),
                since == null
                        ? null
                        : Math.max(0, Duration.between(asked, since).toMillis()),
                DiagnosticJson.of(publication.warnings()),
                Renderer.plain().render(publication.warnings()),
                backfill);
    }
}
