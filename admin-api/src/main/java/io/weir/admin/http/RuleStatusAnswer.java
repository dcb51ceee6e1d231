package io.weir.admin.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.weir.admin.engines.Engine;
import io.weir.admin.engines.Engines;
import io.weir.dsl.contract.StatusReport.Compared;
import io.weir.dsl.contract.StatusReport.Exceeded;
import io.weir.dsl.contract.StatusReport.PassedOver;
import io.weir.dsl.contract.StatusReport.RuleStatus;
import io.weir.dsl.contract.StatusReport.Shadow;
import io.weir.dsl.contract.StatusReport.Standing;
import io.weir.dsl.contract.StatusReport.Start;
import io.weir.dsl.plan.Slug;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a rule has done on all tasks of running engines, as clients see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RuleStatusAnswer(
        long hits,
        long throttled,
        long errors,
        @Nullable String lastError,
        @Nullable String quarantined,
        @Nullable PassedOver passedOver,
        @Nullable StandingAnswer standing,
        @Nullable ShadowAnswer shadow,
        @Nullable StartAnswer start,
        @Nullable Exceeded exceeded) {

    static final RuleStatusAnswer NONE = new RuleStatusAnswer(0, 0, 0, null, null, null, null, null, null, null);

    /** How a revision is in force. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StandingAnswer(
            String state,
            @Nullable Integer percent,
            @Nullable Integer beside) {

        static @Nullable StandingAnswer of(@Nullable Standing standing) {
            return standing == null
                    ? null
                    : new StandingAnswer(Texts.lower(standing.state()), standing.percent(), standing.beside());
        }
    }

    /** When it would have acted. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ShadowAnswer(
            long hits,
            @Nullable String lastKey,
            @Nullable String lastAt,
            @Nullable Compared compared) {

        static @Nullable ShadowAnswer of(@Nullable Shadow shadow) {
            return shadow == null
                    ? null
                    : new ShadowAnswer(
                            shadow.hits(), shadow.lastKey(), Texts.timeOrNull(shadow.lastAt()), shadow.compared());
        }

        /** ISO 8601 in UTC with the same digits: the later is the greater. */
        private ShadowAnswer plus(ShadowAnswer other) {
            boolean later = lastAt != null && (other.lastAt == null || lastAt.compareTo(other.lastAt) >= 0);
            return new ShadowAnswer(
                    hits + other.hits,
                    later ? lastKey : other.lastKey,
                    later ? lastAt : other.lastAt,
                    both(compared, other.compared, Compared::plus));
        }
    }

    /** What it looks back on, and since when. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StartAnswer(
            String from,
            List<String> kept,
            List<String> anew,
            @Nullable String until) {

        static @Nullable StartAnswer of(@Nullable Start start) {
            return start == null
                    ? null
                    : new StartAnswer(
                            Texts.time(Instant.ofEpochMilli(start.from())),
                            start.kept(),
                            start.anew(),
                            Texts.timeOrNull(start.until()));
        }

        /** A task that is behind is warming longer. */
        private StartAnswer later(StartAnswer other) {
            return until == null && other.until != null ? other : this;
        }
    }

    /** By slug and revision, {@code burst@3}. */
    static Map<String, RuleStatusAnswer> byRevision(Engines engines, String tenant) {
        return engines.alive().stream()
                .map(Engine::tasks)
                .flatMap(tasks -> tasks.stream())
                .flatMap(task -> task.report().rules().stream())
                .filter(rule -> rule.tenant().equals(tenant))
                .collect(Collectors.toMap(
                        rule -> key(Slug.of(rule.rule()), rule.revision()),
                        RuleStatusAnswer::of,
                        RuleStatusAnswer::plus));
    }

    static String key(String slug, int revision) {
        return slug + "@" + revision;
    }

    private static RuleStatusAnswer of(RuleStatus status) {
        return new RuleStatusAnswer(
                status.hits(),
                status.throttled(),
                status.errors(),
                status.lastError(),
                status.quarantined(),
                status.passedOver(),
                StandingAnswer.of(status.standing()),
                ShadowAnswer.of(status.shadow()),
                StartAnswer.of(status.start()),
                status.exceeded());
    }

    private RuleStatusAnswer plus(RuleStatusAnswer other) {
        return new RuleStatusAnswer(
                hits + other.hits,
                throttled + other.throttled,
                errors + other.errors,
                lastError != null ? lastError : other.lastError,
                quarantined != null ? quarantined : other.quarantined,
                both(passedOver, other.passedOver, PassedOver::plus),
                standing != null ? standing : other.standing,
                both(shadow, other.shadow, ShadowAnswer::plus),
                both(start, other.start, StartAnswer::later),
                both(exceeded, other.exceeded, Exceeded::plus));
    }

    private static <T> @Nullable T both(@Nullable T one, @Nullable T other, BinaryOperator<T> together) {
        return one == null ? other : other == null ? one : together.apply(one, other);
    }
}
