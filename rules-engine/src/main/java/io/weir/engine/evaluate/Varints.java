package io.weir.engine.evaluate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Numbers in as few bytes as they need: seven bits a byte, the lowest first; signed ones zigzag. */
final class Varints {

    private Varints() {}

    static void write(DataOutput out, long value) throws IOException {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.writeByte((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    static long read(DataInput in) throws IOException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = in.readByte();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IOException("A number without an end");
    }

    static int readCount(DataInput in) throws IOException {
        return Math.toIntExact(read(in));
    }

    static void writeSigned(DataOutput out, long value) throws IOException {
        write(out, value << 1 ^ value >> 63);
    }

    static long readSigned(DataInput in) throws IOException {
        long value = read(in);
        return value >>> 1 ^ -(value & 1);
    }
}
