package io.weir.admin.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A key as its holder has it: {@code weir_ID_SECRET}. The prefix lets scanners of repositories find a key that was left there; the
 * id finds the key without trying all; the secret has 256 random bits, so its plain hash cannot be searched.
 */
public record KeyText(String id, String secret) {

    static final String PREFIX = "weir_";

    private static final int ID_LENGTH = 10;
    private static final int SECRET_BYTES = 32;
    private static final String ID_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final Pattern FORM =
            Pattern.compile(PREFIX + "([" + ID_LETTERS + "]{" + ID_LENGTH + "})_([A-Za-z0-9_-]{43})");
    private static final SecureRandom RANDOM = new SecureRandom();

    public static KeyText create() {
        StringBuilder id = new StringBuilder();
        RANDOM.ints(ID_LENGTH, 0, ID_LETTERS.length()).forEach(each -> id.append(ID_LETTERS.charAt(each)));
        return ofNewSecret(id.toString());
    }

    /** Another secret for a key that is there. */
    public static KeyText ofNewSecret(String id) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new KeyText(id, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Null for what is no key. */
    static @Nullable KeyText read(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() ? new KeyText(matcher.group(1), matcher.group(2)) : null;
    }

    /** To be shown once. */
    public String text() {
        return PREFIX + id + "_" + secret;
    }

    /** Of the secret, as it is stored. */
    public String hash() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Each Java has SHA-256", e);
        }
    }

    /** Takes the same time wherever they differ. */
    boolean isHashed(String hash) {
        return MessageDigest.isEqual(
                hash().getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }

    /** The secret is nobody's business. */
    @Override
    public String toString() {
        return PREFIX + id + "_…";
    }
}
