package io.weir.engine.evaluate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Hashes that are stored, so they never change. */
final class StableHash {

    private StableHash() {}

    /** The first 64 bits of SHA-256: for names, hashed once when a rule is compiled. */
    static long ofName(String text) {
        return Bytes.getLong(sha256(text.getBytes(StandardCharsets.UTF_8)), 0);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The first 128 bits of SHA-256, in hex. */
    static String hex128(byte[] bytes) {
        byte[] half = Arrays.copyOf(sha256(bytes), 16);
        StringBuilder hex = new StringBuilder(32);
        for (byte b : half) {
            hex.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
        }
        return hex.toString();
    }

    /** 32 bits of a number. */
    static int of(long value) {
        return narrow(mix(value));
    }

    /** 64 bits of a number. */
    static long wide(long value) {
        return mix(value);
    }

    private static int narrow(long hash) {
        return (int) (hash ^ hash >>> 32);
    }

    /** 32 bits of a seed and bytes, in the manner of MurmurHash3 (Austin Appleby, public domain). */
    static int of(long seed, byte[] bytes) {
        return of(seed, bytes, 0, bytes.length);
    }

    /** The same of a part of them. */
    static int of(long seed, byte[] bytes, int from, int length) {
        return narrow(wide(seed, bytes, from, length));
    }

    /** 64 bits of the same. */
    static long wide(long seed, byte[] bytes, int from, int length) {
        long hash = mix(seed ^ length);
        int at = from;
        int end = from + length;
        for (; at + 8 <= end; at += 8) {
            hash = mix(hash ^ Bytes.getLong(bytes, at));
        }
        long rest = 0;
        for (int shift = 0; at < end; at++, shift += 8) {
            rest |= (bytes[at] & 0xFFL) << shift;
        }
        return mix(hash ^ rest);
    }

    private static long mix(long value) {
        long mixed = (value ^ value >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
