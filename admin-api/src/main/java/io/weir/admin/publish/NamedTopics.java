package io.weir.admin.publish;

import io.weir.admin.problem.ProblemCode;
import io.weir.admin.problem.ProblemException;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ArtifactName;
import io.weir.dsl.contract.Topics;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Slug;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.TablePlan;
import java.util.Set;
import java.util.TreeSet;

/** The topics that streams read and rules write. Weir's own are not for them: an alert on the control topic would end it. */
final class NamedTopics {

    private final Topics own;
    private final Set<String> reserved;

    NamedTopics(Topics own) {
        this.own = own;
        this.reserved = Set.of(
                own.control(),
                own.access(),
                own.audit(),
                own.status(),
                own.enrichRequests(),
                own.enrichments(),
                own.backfill(),
                own.late(),
                own.deadLetter());
    }

    /** Those of the changed declarations. Fails where one is reserved. */
    Set<String> of(PackCheck check, Set<ArtifactName> changed) {
        Set<String> topics = new TreeSet<>();
        for (StreamSchema stream : check.compilation().environment().streams().values()) {
            if (changed.contains(new ArtifactName(ArtifactKind.STREAM, Slug.of(stream.name())))) {
                topics.add(requireFree(stream.topic(), "event " + stream.name()));
            }
        }
        for (TablePlan table : check.compilation().environment().tables().values()) {
            if (changed.contains(new ArtifactName(ArtifactKind.TABLE, Slug.of(table.name())))) {
                topics.add(requireFree(table.topic(), "table " + table.name()));
            }
        }
        for (RulePlan rule : check.compilation().rules()) {
            if (changed.contains(new ArtifactName(ArtifactKind.RULE, rule.slug()))) {
                addWritten(topics, rule);
            }
        }
        return topics;
    }

    /** Alerts may go where alerts go; any other event there would be one that no reader of alerts knows. */
    void addWritten(Set<String> topics, RulePlan rule) {
        String who = "rule \"" + rule.name() + "\"";
        if (rule.eventTopics().contains(own.alerts())) {
            throw reserved(own.alerts(), who);
        }
        rule.topics().forEach(topic -> topics.add(requireFree(topic, who)));
    }

    private String requireFree(String topic, String who) {
        if (reserved.contains(topic)) {
            throw reserved(topic, who);
        }
        return topic;
    }

    private ProblemException reserved(String topic, String who) {
        return new ProblemException(
                        ProblemCode.TOPIC_RESERVED, who + " names the topic '" + topic + "', which is Weir's own")
                .help("name another topic; alerts that name none go to '" + own.alerts() + "'");
    }
}
