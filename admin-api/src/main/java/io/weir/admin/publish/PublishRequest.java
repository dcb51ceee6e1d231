package io.weir.admin.publish;

import io.weir.dsl.Source;
import java.util.List;

/**
 * What to publish: sources, and what to retire, pause or resume of what is live. Names are a rule's, as its author wrote it or as a
 * slug, or {@code kind/name}.
 */
public record PublishRequest(List<Source> sources, List<String> retire, List<String> pause, List<String> resume) {
    public PublishRequest {
        sources = List.copyOf(sources);
        retire = List.copyOf(retire);
        pause = List.copyOf(pause);
        resume = List.copyOf(resume);
    }

    public boolean isEmpty() {
        return sources.isEmpty() && retire.isEmpty() && pause.isEmpty() && resume.isEmpty();
    }
}
