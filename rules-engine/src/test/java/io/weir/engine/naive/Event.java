package io.weir.engine.naive;

import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as a world has it.
 *
 * @param fields by name (a record's by path): String, Boolean, Long, Double, BigDecimal, MoneyAmount, GeoPoint, or a List; what is
 *     missing is not among them. A money whose currency is in another field has it, too
 */
public record Event(String stream, String topic, int partition, long offset, long time, Map<String, Object> fields) {

    /** The order of evaluation. */
    static final Comparator<Event> ORDER = Comparator.comparingLong(Event::time)
            .thenComparing(Event::topic)
            .thenComparing(Event::partition)
            .thenComparing(Event::offset);

    public Event {
        fields = Map.copyOf(fields);
    }

    @Nullable
    Object field(String name) {
        return fields.get(name);
    }

    /** Where it stands in its stream. */
    public String coordinates() {
        return stream + "/" + partition + "/" + offset;
    }
}
