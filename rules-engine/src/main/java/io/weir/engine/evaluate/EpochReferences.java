package io.weir.engine.evaluate;

import io.weir.dsl.contract.ArtifactId;
import io.weir.dsl.contract.ControlState;
import io.weir.dsl.plan.ListPlan;
import io.weir.dsl.plan.Slug;
import io.weir.dsl.plan.TablePlan;
import java.util.ArrayList;
import java.util.List;

/** The lists and tables that are in force at one epoch. */
final class EpochReferences implements References {

    /** For rules that read none. */
    static final References NONE = new References() {
        @Override
        public PublishedList list(String name) {
            throw new IllegalArgumentException("list @" + name + " is not in force");
        }

        @Override
        public TableStore table(String name) {
            throw new IllegalArgumentException("table " + name + " is not in force");
        }
    };

    private final ControlState control;
    private final TenantTimeline timeline;
    private final ReferenceLoader loader;
    private final List<String> problems = new ArrayList<>();

    EpochReferences(ControlState control, TenantTimeline timeline, ReferenceLoader loader) {
        this.control = control;
        this.timeline = timeline;
        this.loader = loader;
    }

    ControlState control() {
        return control;
    }

    @Override
    public PublishedList list(String name) {
        ListPlan plan = timeline.names().environment().lists().get(name);
        if (plan == null) {
            return NONE.list(name);
        }
        ArtifactId entries = timeline.entries(Slug.of(name));
        if (entries == null) {
            String problem = "list @" + name + " has no entries: nobody has published any";
            if (!problems.contains(problem)) {
                problems.add(problem);
            }
        }
        return loader.list(control, plan, entries);
    }

    @Override
    public TableStore table(String name) {
        TablePlan plan = timeline.names().environment().tables().get(name);
        return plan == null ? NONE.table(name) : loader.table(timeline.tenant(), plan);
    }

    /** What its owners should know, though its rules run. */
    List<String> problems() {
        return problems;
    }
}
