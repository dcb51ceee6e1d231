package io.weir.admin.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.weir.admin.engines.Applied;
import io.weir.admin.publish.LiveSet;
import io.weir.admin.publish.Past;
import io.weir.admin.publish.Preview;
import io.weir.dsl.contract.Change;
import io.weir.dsl.contract.Release;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A release as clients see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReleaseAnswer(
        String tenant,
        long epoch,
        long parent,
        String who,
        String when,
        String why,
        @Nullable String effectiveFrom,
        String mode,
        List<ChangeAnswer> changes,
        AppliedAnswer applied) {

    /** What changed of one artifact. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangeAnswer(
            String kind,
            String name,
            String title,
            @Nullable Integer revision,
            String state,
            @Nullable Integer percent,
            @Nullable Boolean candidate,
            @Nullable WasAnswer was) {

        static ChangeAnswer of(Past.Step step) {
            Change change = step.change();
            return new ChangeAnswer(
                    change.kind().text(),
                    change.name(),
                    step.title(),
                    change.revision(),
                    Texts.lower(change.state()),
                    change.percent(),
                    change.candidate() ? true : null,
                    WasAnswer.of(step.was()));
        }

        static ChangeAnswer of(Preview preview) {
            LiveSet.Entry was = preview.was();
            return new ChangeAnswer(
                    preview.name().kind().text(),
                    preview.name().name(),
                    preview.title(),
                    preview.revision(),
                    Texts.lower(preview.state()),
                    preview.percent(),
                    preview.candidate() ? true : null,
                    WasAnswer.of(was == null ? null : was.change()));
        }
    }

    /** What it replaced. */
    record WasAnswer(int revision, String state) {
        static @Nullable WasAnswer of(@Nullable Change was) {
            return was == null ? null : new WasAnswer(was.revision(), Texts.lower(was.state()));
        }
    }

    /** How far it is applied. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AppliedAnswer(int tasks, int of, @Nullable String since) {
        static AppliedAnswer of(Applied applied) {
            return new AppliedAnswer(applied.tasks(), applied.of(), Texts.timeOrNull(applied.since()));
        }
    }

    static ReleaseAnswer of(Past past, Applied applied) {
        Release release = past.release();
        return new ReleaseAnswer(
                release.tenant(),
                release.epoch(),
                release.parent(),
                release.who(),
                Texts.time(release.when()),
                release.why(),
                Texts.timeOrNull(release.effectiveFrom()),
                Texts.lower(release.mode()),
                past.steps().stream().map(ChangeAnswer::of).toList(),
                AppliedAnswer.of(applied));
    }
}
