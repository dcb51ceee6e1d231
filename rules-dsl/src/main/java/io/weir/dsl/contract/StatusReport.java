package io.weir.dsl.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one parallel task of an engine has applied and done; sent every 500 ms and at once when something was applied. Counters
 * count from the task's start.
 *
 * @param operator {@code route} or {@code evaluate}; {@code route-alerts} or {@code evaluate-alerts} for rules that watch alerts
 * @param startedAt when this attempt of the task started, so that a reader sees a restart
 * @param watermark in milliseconds of event time; null before the first
 * @param unreadable events that went to the dead letters
 * @param time {@link #ARRIVAL} where events are evaluated as they come; null where they are in the order of event time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatusReport(
        String engine,
        String operator,
        int subtask,
        int parallelism,
        Instant startedAt,
        Instant at,
        @Nullable Long watermark,
        List<Applied> applied,
        List<Prepared> prepared,
        long events,
        long alerts,
        long late,
        long unreadable,
        List<RuleStatus> rules,
        List<String> problems,
        @Nullable String time,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Filled> filled) {

    /** What is said of evaluation on arrival. */
    public static final String ARRIVAL = "arrival";

    /** Among the problems of a task that takes no events of a backfill. */
    public static final String NO_WARM_START = "no warm start: this engine evaluates on arrival";

    public StatusReport onArrival() {
        return new StatusReport(
                engine,
                operator,
                subtask,
                parallelism,
                startedAt,
                at,
                watermark,
                applied,
                prepared,
                events,
                alerts,
                late,
                unreadable,
                rules,
                problems,
                ARRIVAL,
                filled);
    }

    /** The latest epoch of a tenant that the task has loaded. */
    public record Applied(String tenant, long epoch, Instant at) {}

    /**
     * The answer to a {@link Prepare}: no event above this watermark was or will be evaluated before the release, unless events are
     * evaluated on arrival.
     *
     * @param writeId the prepare's own: a publish that was refused leaves its epoch to the next one, whose answers are others
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Prepared(
            String tenant,
            long epoch,
            String writeId,
            @Nullable Long watermark) {}

    /** All events of a backfill are in this task's windows, and in a checkpoint that has completed. See {@link Change#backfill}. */
    public record Filled(String tenant, long backfill) {}

    /**
     * One rule's revision on this task.
     *
     * @param hits how many times it fired and acted
     * @param passedOver null where there was nothing of it
     * @param standing null where it is live for all its keys
     * @param shadow null where it has not been in shadow
     * @param exceeded null where it took no more than it may
     * @param start null where it began nothing anew within the last day of event time, and is not warming
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RuleStatus(
            String tenant,
            String rule,
            int revision,
            long hits,
            long throttled,
            long errors,
            @Nullable String lastError,
            @Nullable String quarantined,
            @Nullable PassedOver passedOver,
            @Nullable Standing standing,
            @Nullable Shadow shadow,
            @Nullable Start start,
            @Nullable Exceeded exceeded) {}

    /**
     * What a rule took more of than one may.
     *
     * @param slow times that it took longer for an event than it may; not each is noticed
     * @param lastSlow how long, and when
     * @param dropped events that a window of its reaches and that are no longer kept, as the key had too many: the rule fails for that
     *     key until the window has passed them
     * @param lastDropped of which key, and when
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Exceeded(
            long slow,
            @Nullable String lastSlow,
            long dropped,
            @Nullable String lastDropped) {

        public Exceeded plus(Exceeded other) {
            return new Exceeded(
                    slow + other.slow,
                    lastSlow != null ? lastSlow : other.lastSlow,
                    dropped + other.dropped,
                    lastDropped != null ? lastDropped : other.lastDropped);
        }
    }

    /**
     * What a revision looks back on, and since when.
     *
     * @param from in milliseconds of event time: the revision, and all that starts anew, is in force from then on
     * @param kept what was kept already, in words
     * @param anew what starts empty
     * @param until when the longest of it has seen all events that it looks back on: until then it is warming; null where it is not, or
     *     no time can be told
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Start(
            long from,
            List<String> kept,
            List<String> anew,
            @Nullable Long until) {
        public Start {
            kept = List.copyOf(kept);
            anew = List.copyOf(anew);
        }
    }

    /**
     * How a revision is in force.
     *
     * @param percent for so many of a hundred of its keys; null for all
     * @param beside the revision that is in force beside this candidate; null where this is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Standing(
            ArtifactState state,
            @Nullable Integer percent,
            @Nullable Integer beside) {}

    /**
     * When a revision would have acted, had it not been in shadow. What {@code at most once per} would have held back is among it.
     *
     * @param lastKey null for a rule without one
     * @param lastAt in milliseconds of event time; null where it never would have
     * @param compared null where no live revision with the same keys stands beside it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Shadow(
            long hits,
            @Nullable String lastKey,
            @Nullable Long lastAt,
            @Nullable Compared compared) {}

    /**
     * At how many events and moments only one of two revisions fired, or both.
     *
     * @param revision the live one
     */
    public record Compared(int revision, long both, long onlyShadow, long onlyLive) {

        public Compared plus(Compared other) {
            return new Compared(
                    Math.max(revision, other.revision),
                    both + other.both,
                    onlyShadow + other.onlyShadow,
                    onlyLive + other.onlyLive);
        }
    }

    /**
     * What a rule could do nothing about, by why.
     *
     * @param noArm events for which no arm of its route was true
     * @param currencies comparisons and aggregates that met two currencies
     * @param rates conversions that found no rate
     * @param missingKeys events without a field of its key
     */
    public record PassedOver(long noArm, long currencies, long rates, long missingKeys) {

        public static final PassedOver NOTHING = new PassedOver(0, 0, 0, 0);

        public PassedOver plus(PassedOver other) {
            return new PassedOver(
                    noArm + other.noArm,
                    currencies + other.currencies,
                    rates + other.rates,
                    missingKeys + other.missingKeys);
        }
    }

    public StatusReport {
        applied = List.copyOf(applied);
        prepared = List.copyOf(prepared);
        rules = List.copyOf(rules);
        problems = List.copyOf(problems);
        // Older engines do not tell.
        filled = filled == null ? List.of() : List.copyOf(filled);
    }

    /** Of a task that evaluates in order, and has filled nothing. */
    public StatusReport(
            String engine,
            String operator,
            int subtask,
            int parallelism,
            Instant startedAt,
            Instant at,
            @Nullable Long watermark,
            List<Applied> applied,
            List<Prepared> prepared,
            long events,
            long alerts,
            long late,
            long unreadable,
            List<RuleStatus> rules,
            List<String> problems) {
        this(
                engine,
                operator,
                subtask,
                parallelism,
                startedAt,
                at,
                watermark,
                applied,
                prepared,
                events,
                alerts,
                late,
                unreadable,
                rules,
                problems,
                null,
                List.of());
    }

    /** The record's key on the status topic. */
    public String key() {
        return engine + "/" + operator + "/" + subtask;
    }
}
