package io.weir.admin.publish;

import io.weir.dsl.Source;
import java.util.List;

/**
 * What to publish: sources, and what to retire, pause or resume of what is live. Names are a rule's, as its author wrote it or as a
 * slug, or {@code kind/name}.
 *
 * @param withdraw rules whose candidate goes, and they stay as they are
 * @param manner of the sources' rules
 */
public record PublishRequest(
        List<Source> sources,
        List<String> retire,
        List<String> pause,
        List<String> resume,
        List<String> withdraw,
        Manner manner) {
    public PublishRequest {
        sources = List.copyOf(sources);
        retire = List.copyOf(retire);
        pause = List.copyOf(pause);
        resume = List.copyOf(resume);
        withdraw = List.copyOf(withdraw);
    }

    public PublishRequest(List<Source> sources, List<String> retire, List<String> pause, List<String> resume) {
        this(sources, retire, pause, resume, List.of(), Manner.PLAIN);
    }

    public boolean isEmpty() {
        return sources.isEmpty() && retire.isEmpty() && pause.isEmpty() && resume.isEmpty() && withdraw.isEmpty();
    }
}
