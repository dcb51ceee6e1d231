package io.weir.engine.evaluate;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** One event in Avro's binary form, read from front to back. Whatever runs past its end is unreadable. */
final class AvroBytes {

    /** No event nests deeper; bytes that lead in circles through a recursive schema would. */
    private static final int DEEPEST = 500;

    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private CharBuffer chars = CharBuffer.allocate(64);
    private byte[] bytes = {};
    private int at;
    private int depth;

    void begin(byte[] event, int from) {
        bytes = event;
        at = from;
        depth = 0;
    }

    byte[] bytes() {
        return bytes;
    }

    int position() {
        return at;
    }

    void position(int position) {
        at = position;
    }

    /** Into a record; must be left again. */
    void enter() throws UnreadableEvent {
        if (++depth > DEEPEST) {
            throw problem("records nest deeper than " + DEEPEST);
        }
    }

    void leave() {
        depth--;
    }

    long readLong() throws UnreadableEvent {
        long zigzag = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (at == bytes.length) {
                throw cutShort();
            }
            byte next = bytes[at++];
            zigzag |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return zigzag >>> 1 ^ -(zigzag & 1);
            }
        }
        throw problem("a number of more than 64 bits");
    }

    int readInt() throws UnreadableEvent {
        long value = readLong();
        if (value != (int) value) {
            throw problem("a number of more than 32 bits");
        }
        return (int) value;
    }

    /** Which of so many. */
    int readIndex(int count) throws UnreadableEvent {
        long index = readLong();
        if (index < 0 || index >= count) {
            throw problem("choice " + index + " of " + count);
        }
        return (int) index;
    }

    boolean readBoolean() throws UnreadableEvent {
        int from = take(1);
        if ((bytes[from] & 0xfe) != 0) {
            throw problem("neither true nor false");
        }
        return bytes[from] == 1;
    }

    float readFloat() throws UnreadableEvent {
        return Float.intBitsToFloat((int) littleEndian(4));
    }

    double readDouble() throws UnreadableEvent {
        return Double.longBitsToDouble(littleEndian(8));
    }

    private long littleEndian(int length) throws UnreadableEvent {
        int from = take(length);
        long bits = 0;
        for (int i = length - 1; i >= 0; i--) {
            bits = bits << 8 | bytes[from + i] & 0xff;
        }
        return bits;
    }

    /** Of a text or of bytes, which follow and are all there. */
    int readLength() throws UnreadableEvent {
        long length = readLong();
        if (length < 0 || length > bytes.length - at) {
            throw cutShort();
        }
        return (int) length;
    }

    /** Passes so many bytes and tells where they begin. */
    int take(int length) throws UnreadableEvent {
        if (length > bytes.length - at) {
            throw cutShort();
        }
        int from = at;
        at += length;
        return from;
    }

    /** Whether what follows is UTF-8. */
    boolean isText(int length) {
        for (int i = at; i < at + length; i++) {
            if (bytes[i] < 0) {
                return decode(length);
            }
        }
        return true;
    }

    /** The characters of what follows; it is kept until the next call. Fails where it is no UTF-8. */
    CharBuffer chars(int length) throws UnreadableEvent {
        if (!decode(length)) {
            throw problem("a text that is not UTF-8");
        }
        return chars.flip();
    }

    private boolean decode(int length) {
        if (chars.capacity() < length) {
            chars = CharBuffer.allocate(Math.max(length, chars.capacity() * 2));
        }
        chars.clear();
        CoderResult result = utf8.reset().decode(ByteBuffer.wrap(bytes, at, length), chars, true);
        return result.isUnderflow();
    }

    void expectEnd() throws UnreadableEvent {
        if (at < bytes.length) {
            throw problem((bytes.length - at) + " bytes more than its schema describes");
        }
    }

    UnreadableEvent problem(String reason) {
        return new UnreadableEvent("byte " + at, reason);
    }

    private UnreadableEvent cutShort() {
        return new UnreadableEvent("byte " + at, "it ends in the middle of a value");
    }
}
