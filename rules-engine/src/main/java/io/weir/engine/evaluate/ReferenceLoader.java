package io.weir.engine.evaluate;

import io.weir.dsl.contract.Artifact;
import io.weir.dsl.contract.ArtifactId;
import io.weir.dsl.contract.ControlState;
import io.weir.dsl.contract.ListEntries;
import io.weir.dsl.plan.ListPlan;
import io.weir.dsl.plan.TablePlan;
import io.weir.dsl.plan.Type;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Loads what rules read besides events, each once for a task. */
final class ReferenceLoader {

    private static final PublishedList EMPTY = new PublishedList(ListEntries.NONE.values());

    private final Tables tables;
    private final Map<Entries, PublishedList> lists = new HashMap<>();
    private final Map<TenantTable, TableStore> opened = new HashMap<>();

    private record TenantTable(String tenant, TablePlan plan) {}

    private record Entries(ArtifactId id, Type element) {}

    ReferenceLoader(Tables tables) {
        this.tables = tables;
    }

    /** @param id null where no entries are in force */
    PublishedList list(ControlState control, ListPlan plan, @Nullable ArtifactId id) {
        return id == null
                ? EMPTY
                : lists.computeIfAbsent(
                        new Entries(id, plan.element()), any -> read(control.artifact(id), id, plan.element()));
    }

    private static PublishedList read(@Nullable Artifact artifact, ArtifactId id, Type element) {
        if (artifact == null || artifact.content() == null) {
            throw new IllegalArgumentException(id + " is not on the control topic");
        }
        ListEntries entries = ListEntries.read(artifact.content(), element);
        if (!entries.problems().isEmpty()) {
            throw new IllegalArgumentException(id + ": " + entries.problems().get(0));
        }
        return new PublishedList(entries.values());
    }

    TableStore table(String tenant, TablePlan plan) {
        return opened.computeIfAbsent(new TenantTable(tenant, plan), any -> tables.open(tenant, plan));
    }

    Collection<TableStore> tables() {
        return opened.values();
    }

    /** Forgets a tenant's lists but those of these entries. */
    void forgetAllBut(String tenant, Set<ArtifactId> kept) {
        lists.keySet().removeIf(entries -> entries.id().tenant().equals(tenant) && !kept.contains(entries.id()));
    }
}
