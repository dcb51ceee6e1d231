package io.weir.admin.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.weir.admin.warm.WarmStart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a warm start is, as clients see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WarmStartAnswer(
        long backfill,
        String phase,
        List<String> rules,
        List<String> startsAnew,
        @Nullable String countsFrom,
        @Nullable String needsFrom,
        @Nullable String completeFrom,
        long copied,
        long read,
        long of,
        List<String> missing,
        @Nullable String problem) {

    static WarmStartAnswer of(WarmStart start) {
        return new WarmStartAnswer(
                start.backfill(),
                Texts.lower(start.phase()),
                start.rules(),
                start.anew(),
                Texts.timeOrNull(start.before()),
                Texts.timeOrNull(start.needs()),
                Texts.timeOrNull(start.from()),
                start.copied(),
                start.read(),
                start.of(),
                start.missing(),
                start.problem());
    }
}
