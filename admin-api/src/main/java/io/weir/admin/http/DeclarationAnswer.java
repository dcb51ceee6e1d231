package io.weir.admin.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.weir.admin.publish.LiveSet;
import io.weir.dsl.contract.Artifact;
import io.weir.dsl.plan.RulePlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A declaration in force, as clients see it. */
record DeclarationAnswer(
        String kind,
        String name,
        String title,
        int revision,
        String state,
        String text,
        String createdBy,
        String createdAt) {

    static DeclarationAnswer of(LiveSet.Entry entry) {
        Artifact artifact = entry.artifact();
        return new DeclarationAnswer(
                entry.name().kind().text(),
                entry.name().name(),
                artifact.title(),
                artifact.id().revision(),
                Texts.lower(entry.state()),
                String.valueOf(artifact.text()),
                artifact.createdBy(),
                Texts.time(artifact.createdAt()));
    }

    /** A rule; what it says of itself is absent where it does not compile any more. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rule(
            @JsonUnwrapped DeclarationAnswer declaration,
            @Nullable String severity,
            @Nullable String owner,
            @Nullable String because,
            @Nullable List<String> tags,
            @Nullable List<String> streams,
            @Nullable Integer percent,
            @Nullable Boolean candidate,
            RuleStatusAnswer status) {

        static Rule of(LiveSet.Entry entry, @Nullable RulePlan plan, RuleStatusAnswer status) {
            DeclarationAnswer declaration = DeclarationAnswer.of(entry);
            Integer percent = entry.change().percent();
            Boolean candidate = entry.change().candidate() ? true : null;
            return plan == null
                    ? new Rule(declaration, null, null, null, null, null, percent, candidate, status)
                    : new Rule(
                            declaration,
                            Texts.lower(plan.severity()),
                            plan.owner(),
                            plan.because(),
                            plan.tags(),
                            plan.on().stream()
                                    .map(trigger -> trigger.stream().name())
                                    .toList(),
                            percent,
                            candidate,
                            status);
        }
    }
}
