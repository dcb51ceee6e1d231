package io.weir.engine.state;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record on its way to Kafka. */
public record OutRecord(String topic, byte @Nullable [] key, byte[] value, List<Header> headers) {

    /** A header; its value is text in UTF-8. */
    public record Header(String name, byte[] value) {
        public Header(String name, String text) {
            this(name, text.getBytes(StandardCharsets.UTF_8));
        }

        public String text() {
            return new String(value, StandardCharsets.UTF_8);
        }
    }

    public OutRecord {
        headers = List.copyOf(headers);
    }

    /** What the record takes of the broker's limit, in bytes, framing left out. */
    public int size() {
        int size = value.length + (key == null ? 0 : key.length);
        for (Header header : headers) {
            size += header.name().length() + header.value().length;
        }
        return size;
    }

    /** The text of the first header of that name. */
    public @Nullable String header(String name) {
        for (Header header : headers) {
            if (header.name().equals(name)) {
                return header.text();
            }
        }
        return null;
    }
}
