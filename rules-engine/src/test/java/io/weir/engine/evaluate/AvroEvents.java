package io.weir.engine.evaluate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** Events as Avro's own writer makes them, framed as for a registry. */
public final class AvroEvents {

    private AvroEvents() {}

    public static byte[] framed(int id, Schema schema, Object value) {
        return framed(id, bytes(schema, value, false));
    }

    static byte[] framed(int id, byte[] body) {
        return ByteBuffer.allocate(5 + body.length)
                .put((byte) 0)
                .putInt(id)
                .put(body)
                .array();
    }

    /** @param inBlocks whether lists and maps say how many bytes they take */
    static byte[] bytes(Schema schema, Object value, boolean inBlocks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EncoderFactory factory = new EncoderFactory().configureBlockSize(64);
        BinaryEncoder encoder = inBlocks ? factory.blockingBinaryEncoder(out, null) : factory.binaryEncoder(out, null);
        try {
            new GenericDatumWriter<>(schema).write(value, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
