package io.weir.engine.kafka;

import io.weir.dsl.plan.TablePlan;
import io.weir.engine.JobConfig;
import io.weir.engine.KafkaAccess;
import io.weir.engine.evaluate.TableStore;
import io.weir.engine.evaluate.Tables;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables that one task reads. All tasks of a process share a table's rows, and the thread that reads its topic. */
final class KafkaTables implements Tables {

    /** A publish waits for its tables no longer: its server gives up sooner. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final Map<Place, TableTopicReader> READERS = new HashMap<>();

    private final JobConfig config;
    private final Map<Place, TableTopicReader> opened = new HashMap<>();
    private Duration deadline;

    private record Place(KafkaAccess kafka, String engine, String tenant, ZoneId zone, TablePlan table) {}

    KafkaTables(JobConfig config) {
        this.config = config;
        this.deadline = config.controlDeadline();
    }

    @Override
    public TableStore open(String tenant, TablePlan table) {
        Place place = new Place(config.kafka(), config.engine(), tenant, config.zone(), table);
        TableTopicReader reader = opened.computeIfAbsent(place, this::used);
        reader.awaitEnd(deadline);
        return reader.store();
    }

    private TableTopicReader used(Place place) {
        synchronized (READERS) {
            TableTopicReader known = READERS.get(place);
            TableTopicReader reader = known == null ? reader(place) : known;
            reader.use();
            READERS.put(place, reader);
            return reader;
        }
    }

    private TableTopicReader reader(Place place) {
        TableStore store = new TableStore(place.tenant(), place.table());
        TableTopicReader reader = new TableTopicReader(config, store);
        reader.start();
        return reader;
    }

    @Override
    public void started() {
        deadline = PATIENCE.compareTo(deadline) < 0 ? PATIENCE : deadline;
    }

    @Override
    public @Nullable String problem(TableStore store) {
        for (TableTopicReader reader : opened.values()) {
            if (reader.store() == store) {
                return reader.problem();
            }
        }
        return null;
    }

    @Override
    public void close() {
        synchronized (READERS) {
            opened.forEach((place, reader) -> {
                if (reader.unused()) {
                    READERS.remove(place);
                    reader.stop();
                }
            });
        }
        opened.clear();
    }
}
