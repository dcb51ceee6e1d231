package io.weir.admin.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.weir.admin.publish.ListPlanning;
import io.weir.admin.publish.LiveSet;
import io.weir.dsl.contract.Artifact;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ArtifactName;
import io.weir.dsl.contract.ContractJson;
import io.weir.dsl.contract.ListEntries;
import io.weir.dsl.plan.ListPlan;
import io.weir.dsl.plan.Slug;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists whose entries are published on their own. */
final class Lists {

    private final Services services;

    Lists(Services services) {
        this.services = services;
    }

    record ListsAnswer(String tenant, long epoch, List<ListAnswer> lists) {}

    /** What nobody has published yet has no revision. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ListAnswer(
            String name,
            String type,
            int size,
            @Nullable Integer revision,
            @Nullable String sha256,
            @Nullable String createdBy,
            @Nullable String createdAt,
            @Nullable JsonNode entries) {

        static ListAnswer of(LiveSet live, ListPlan list, boolean withEntries) {
            LiveSet.Entry entry = live.get(new ArtifactName(ArtifactKind.ENTRIES, Slug.of(list.name())));
            JsonNode entries = entries(entry);
            String type = list.element().text();
            JsonNode shown = withEntries ? entries : null;
            if (entry == null) {
                return new ListAnswer(list.name(), type, 0, null, null, null, null, shown);
            }
            Artifact artifact = entry.artifact();
            return new ListAnswer(
                    list.name(),
                    type,
                    entries.size(),
                    artifact.id().revision(),
                    artifact.sha256(),
                    artifact.createdBy(),
                    Texts.time(artifact.createdAt()),
                    shown);
        }

        private static JsonNode entries(LiveSet.@Nullable Entry entry) {
            byte[] json = entry == null ? null : entry.artifact().content();
            return ContractJson.read(json == null ? ListEntries.NONE.json() : json, JsonNode.class);
        }
    }

    void list(Context request) {
        LiveSet live = services.publisher().live(Params.tenant(request));
        List<ListAnswer> lists = ListPlanning.published(live).stream()
                .map(list -> ListAnswer.of(live, list, false))
                .toList();
        request.json(new ListsAnswer(live.tenant(), live.epoch(), lists));
    }

    void one(Context request) {
        LiveSet live = services.publisher().live(Params.tenant(request));
        ListPlan list = ListPlanning.required(live, request.pathParam("name"));
        request.json(ListAnswer.of(live, list, true));
    }
}
