package io.weir.samples.notifier;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 over {@code timestamp.body}: who sent it, that it is whole, and, by the timestamp, that it is no replay. */
final class Signature {

    static final String TIMESTAMP_HEADER = "Notifier-Timestamp";
    static final String SIGNATURE_HEADER = "Notifier-Signature";

    private static final String VERSION = "v1=";

    private final SecretKeySpec key;

    Signature(String secret) {
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** @param timestamp in seconds since 1970 */
    String of(long timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] signed = (timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
            return VERSION + HexFormat.of().formatHex(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    /** For the endpoint's side; takes the same time whatever is wrong. */
    boolean matches(String signature, long timestamp, String body) {
        return MessageDigest.isEqual(
                of(timestamp, body).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }
}
