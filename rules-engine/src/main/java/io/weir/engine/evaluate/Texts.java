package io.weir.engine.evaluate;

import java.util.Arrays;

/** Tests of UTF-8 texts on registers, without making strings. */
final class Texts {

    private Texts() {}

    static boolean equal(Frame f, int a, int b) {
        int length = f.length(a);
        return length == f.length(b) && regionMatches(f, a, 0, b, length);
    }

    /** By code points, as UTF-8 bytes compare. */
    static int compare(Frame f, int a, int b) {
        return Arrays.compareUnsigned(
                f.asBytes(a), f.from(a), f.from(a) + f.length(a), f.asBytes(b), f.from(b), f.from(b) + f.length(b));
    }

    static boolean startsWith(Frame f, int a, int b) {
        return f.length(a) >= f.length(b) && regionMatches(f, a, 0, b, f.length(b));
    }

    static boolean endsWith(Frame f, int a, int b) {
        int at = f.length(a) - f.length(b);
        return at >= 0 && regionMatches(f, a, at, b, f.length(b));
    }

    static boolean contains(Frame f, int a, int b) {
        int length = f.length(b);
        for (int at = 0; at <= f.length(a) - length; at++) {
            if (regionMatches(f, a, at, b, length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean regionMatches(Frame f, int a, int at, int b, int length) {
        int left = f.from(a) + at;
        int right = f.from(b);
        return Arrays.equals(f.asBytes(a), left, left + length, f.asBytes(b), right, right + length);
    }

    /** In code points. */
    static int codePoints(Frame f, int a) {
        byte[] bytes = f.asBytes(a);
        int end = f.from(a) + f.length(a);
        int count = 0;
        for (int at = f.from(a); at < end; at++) {
            count += (bytes[at] & 0xC0) == 0x80 ? 0 : 1;
        }
        return count;
    }
}
