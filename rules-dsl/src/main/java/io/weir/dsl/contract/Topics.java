package io.weir.dsl.contract;

/**
 * The names of Weir's own topics.
 *
 * @param prefix {@code weir} unless several installations share a cluster
 */
public record Topics(String prefix) {

    public static final Topics DEFAULT = new Topics("weir");

    /** Artifacts, releases, prepares; compacted, one partition. */
    public String control() {
        return prefix + ".control";
    }

    /** Keys of the admin API, as hashes; compacted, one partition. No engine reads it. */
    public String access() {
        return prefix + ".access";
    }

    /** Who did what; append only. */
    public String audit() {
        return prefix + ".audit";
    }

    /** {@link StatusReport}s; at least once. */
    public String status() {
        return prefix + ".status";
    }

    /** {@link Alert}s of rules that name no topic. */
    public String alerts() {
        return prefix + ".alerts";
    }

    /** {@link EnrichRequest}s. */
    public String enrichRequests() {
        return prefix + ".enrich-requests";
    }

    /** {@link Enrichment}s. */
    public String enrichments() {
        return prefix + ".enrichments";
    }

    /** {@link BackfillRecord}s: retained events for rules that start with full windows; one partition, in the order of event time. */
    public String backfill() {
        return prefix + ".backfill";
    }

    /** Events that came too late, as they came, with the reason in their headers. */
    public String late() {
        return prefix + ".late";
    }

    /** What could not be read or written, as it came, with the reason in its headers. */
    public String deadLetter() {
        return prefix + ".dead-letter";
    }
}
