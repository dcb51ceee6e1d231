package io.weir.engine.kafka;

import io.weir.dsl.contract.ControlRecord;
import io.weir.dsl.contract.Release;
import io.weir.engine.JobConfig;
import io.weir.engine.operator.Bootstrap;
import io.weir.engine.operator.ControlLog;
import io.weir.engine.state.ControlMessage;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which streams a topic carries, by the latest releases. The sources of a process share one, and the operators beside them keep it up
 * to date: they follow the control topic anyway. A source that meets a topic it does not know reads the control topic itself.
 */
final class StreamDirectory {

    private static final Map<Place, WeakReference<StreamDirectory>> SHARED = new ConcurrentHashMap<>();

    private final JobConfig config;
    private final ControlLog control = new ControlLog();
    private final DeclaredStreams declared = new DeclaredStreams(StreamText::schema);
    private volatile Map<String, List<StreamFeed>> feeds = Map.of();

    private record Place(String servers, String topic, Set<String> tenants) {}

    StreamDirectory(JobConfig config) {
        this.config = config;
    }

    static StreamDirectory shared(JobConfig config) {
        Place place =
                new Place(config.kafka().bootstrapServers(), config.topics().control(), config.tenants());
        synchronized (SHARED) {
            WeakReference<StreamDirectory> known = SHARED.get(place);
            StreamDirectory directory = known == null ? null : known.get();
            if (directory == null) {
                directory = new StreamDirectory(config);
                SHARED.put(place, new WeakReference<>(directory));
            }
            return directory;
        }
    }

    /** No streams for a topic that none is declared on. */
    List<StreamFeed> feeds(String topic) {
        return feeds.getOrDefault(topic, List.of());
    }

    Set<String> topics() {
        return feeds.keySet();
    }

    /** The offset up to which the control topic is known here. */
    synchronized long next() {
        return control.next();
    }

    /** Reads what has come since. */
    synchronized void refresh(Duration within) {
        Bootstrap.Reading reading = new ControlTopicReader(config.kafka()).read(control.next(), within);
        boolean released = false;
        for (ControlMessage message : reading.messages()) {
            released |= control.apply(message) instanceof Release;
        }
        control.readUpTo(reading.next());
        if (released) {
            publish();
        }
    }

    synchronized void accept(ControlMessage message) {
        // Before the first reading there is nothing to add to: a part of the topic is no state of it.
        if (control.next() == 0) {
            return;
        }
        ControlRecord record = control.apply(message);
        if (record instanceof Release) {
            publish();
        }
    }

    private void publish() {
        feeds = declared.byTopic(control.state(), config::isFor);
    }
}
