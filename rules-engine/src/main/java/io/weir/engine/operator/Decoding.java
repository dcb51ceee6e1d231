package io.weir.engine.operator;

import io.weir.engine.evaluate.Decoders;
import io.weir.engine.evaluate.Epoch;
import io.weir.engine.evaluate.EpochStream;
import io.weir.engine.evaluate.EventDecoder;
import io.weir.engine.evaluate.Row;
import io.weir.engine.evaluate.UnreadableEvent;
import io.weir.engine.state.Origin;
import io.weir.engine.state.RawEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the decoder of an event: that of its stream as the event's epoch declares it. */
final class Decoding {

    private final Decoders formats;
    private final Map<Schema, Decoder> decoders = new HashMap<>();

    // Neighbouring events mostly share both.
    private @Nullable Epoch lastEpoch;
    private @Nullable Origin lastOrigin;
    private @Nullable Decoder lastDecoder;

    private record Schema(int id, List<String> columns) {}

    Decoding(Decoders formats) {
        this.formats = formats;
    }

    /** Null where the epoch does not declare the stream. */
    @Nullable
    Decoder of(Epoch epoch, Origin origin) {
        if (epoch != lastEpoch || !origin.equals(lastOrigin)) {
            lastDecoder = find(epoch, origin);
            lastEpoch = epoch;
            lastOrigin = origin;
        }
        return lastDecoder;
    }

    private @Nullable Decoder find(Epoch epoch, Origin origin) {
        for (EpochStream stream : epoch.streams()) {
            if (stream.schema().name().equals(origin.stream())) {
                return decoders.computeIfAbsent(
                        new Schema(stream.schemaId(), origin.columns()), any -> decoder(stream, origin));
            }
        }
        return null;
    }

    private Decoder decoder(EpochStream stream, Origin origin) {
        String[] columns = origin.columns().toArray(String[]::new);
        return new Decoder(formats.decoder(stream.schema(), stream.schemaId(), columns));
    }

    /** Decodes events of one stream in one epoch. */
    static final class Decoder {
        private final EventDecoder decoder;

        private Decoder(EventDecoder decoder) {
            this.decoder = decoder;
        }

        Row decode(RawEvent event) throws UnreadableEvent {
            Row row = decoder.decode(event.value(), event.partition(), event.offset());
            if (row.time() != event.time()) {
                throw new UnreadableEvent(
                        "",
                        "its time was read by another declaration of the stream than the one in force at that time");
            }
            return row;
        }
    }
}
