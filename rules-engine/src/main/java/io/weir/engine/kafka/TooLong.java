package io.weir.engine.kafka;

import io.weir.dsl.contract.Headers;
import io.weir.engine.state.OutRecord;
import io.weir.engine.state.OutRecord.Header;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What becomes of a record that Kafka would refuse for its length. */
final class TooLong {

    private static final int LONGEST_HEADER = 1_000;

    private TooLong() {}

    /** The beginning of it, with the reason. */
    static OutRecord deadLetter(OutRecord record, int maxBytes, String topic) {
        List<Header> headers = new ArrayList<>();
        headers.add(new Header(
                Headers.REASON,
                "too long for topic " + record.topic() + ": " + record.size() + " bytes of at most " + maxBytes
                        + "; what follows is its beginning"));
        for (Header header : record.headers()) {
            if (!header.name().equals(Headers.REASON) && header.value().length <= LONGEST_HEADER) {
                headers.add(header);
            }
        }
        OutRecord empty = new OutRecord(topic, null, new byte[0], headers);
        int room = Math.max(0, maxBytes - empty.size());
        byte[] beginning = Arrays.copyOf(record.value(), Math.min(room, record.value().length));
        return new OutRecord(topic, null, beginning, headers);
    }
}
