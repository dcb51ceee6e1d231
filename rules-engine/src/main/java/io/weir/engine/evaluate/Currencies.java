package io.weir.engine.evaluate;

/** Currency codes as numbers: up to 8 ASCII characters in a long, so that two compare in one step. 0 is no currency. */
final class Currencies {

    private Currencies() {}

    static long pack(String code) {
        byte[] bytes = code.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return pack(bytes, 0, bytes.length);
    }

    static long pack(byte[] bytes, int from, int length) {
        if (length < 1 || length > 8) {
            return 0;
        }
        long packed = 0;
        for (int at = from; at < from + length; at++) {
            if (bytes[at] <= ' ') {
                return 0;
            }
            packed = packed << 8 | bytes[at];
        }
        return packed;
    }

    static String unpack(long packed) {
        StringBuilder code = new StringBuilder(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            char c = (char) (packed >>> shift & 0xFF);
            if (c != 0) {
                code.append(c);
            }
        }
        return code.toString();
    }
}
