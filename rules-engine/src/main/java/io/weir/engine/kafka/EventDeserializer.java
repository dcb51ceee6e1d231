package io.weir.engine.kafka;

import io.weir.engine.JobConfig;
import io.weir.engine.evaluate.Decoders;
import io.weir.engine.evaluate.EventTimeReader;
import io.weir.engine.evaluate.UnreadableEvent;
import io.weir.engine.state.RawEvent;
import io.weir.engine.state.WireTypes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Finds an event's time and nothing else. A record is an event of each stream that is declared on its topic, by the declaration that
 * is the latest when it is read.
 */
// What is transient is there once the task has started.
@SuppressWarnings("NullAway.Init")
final class EventDeserializer implements KafkaRecordDeserializationSchema<RawEvent> {

    private static final long serialVersionUID = 1L;
    private static final long ASK_AGAIN_NANOS = 1_000_000_000;
    private static final byte[] NOTHING = {};

    private final JobConfig config;
    private final AheadLimit ahead;
    private transient StreamDirectory directory;
    private transient Map<StreamFeed, EventTimeReader> times;
    private transient Map<String, Long> askedAt;
    private transient Decoders formats;

    EventDeserializer(JobConfig config) {
        this.config = config;
        ahead = AheadLimit.of(config.timing().maxAhead());
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        directory = StreamDirectory.shared(config);
        times = new HashMap<>();
        askedAt = new HashMap<>();
        formats = config.registry().url() == null
                ? config.decoders().withWriters(EventDeserializer::noRegistry)
                : config.decoders();
        directory.refresh(config.controlDeadline());
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawEvent> out) {
        for (StreamFeed feed : feeds(record.topic())) {
            out.collect(event(feed, record));
        }
    }

    private List<StreamFeed> feeds(String topic) {
        List<StreamFeed> feeds = directory.feeds(topic);
        return feeds.isEmpty() && mayAsk(topic) ? feedsOfNew(topic) : feeds;
    }

    /** The topic was joined because of a release: another process has seen it before this one. */
    private List<StreamFeed> feedsOfNew(String topic) {
        directory.refresh(config.controlDeadline());
        return directory.feeds(topic);
    }

    private boolean mayAsk(String topic) {
        long now = System.nanoTime();
        Long asked = askedAt.get(topic);
        if (asked != null && now - asked < ASK_AGAIN_NANOS) {
            return false;
        }
        askedAt.put(topic, now);
        return true;
    }

    private RawEvent event(StreamFeed feed, ConsumerRecord<byte[], byte[]> record) {
        byte[] value = record.value() == null ? NOTHING : record.value();
        try {
            long time = times.computeIfAbsent(feed, this::timeReader).timeOf(value);
            ahead.check(time, record.timestamp());
            return RawEvent.of(feed.origin(), record.partition(), record.offset(), time, value);
        } catch (UnreadableEvent unreadable) {
            String reason = String.valueOf(unreadable.getMessage());
            return RawEvent.unreadable(feed.origin(), record.partition(), record.offset(), value, reason);
        }
    }

    // It does not stop the engine: others' streams are not Avro.
    private static Schema noRegistry(int id) throws UnreadableEvent {
        throw new UnreadableEvent(
                "", "written with schema " + id + ", and this engine knows no schema registry (OPERATOR: name it one)");
    }

    private EventTimeReader timeReader(StreamFeed feed) {
        return formats.timeReader(feed.schema());
    }

    @Override
    public TypeInformation<RawEvent> getProducedType() {
        return WireTypes.RAW_EVENT;
    }
}
