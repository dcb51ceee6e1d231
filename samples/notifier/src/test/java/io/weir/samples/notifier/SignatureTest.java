package io.weir.samples.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignatureTest {

    private static final String BODY = "{\"id\":\"1\",\"text\":\"é\"}";
    /** By Python's hmac module. */
    private static final String KNOWN = "v1=305f1cd4293f9e8231b748429e6ac16338b4ede43e1bb982607ee711c17f321a";

    private final Signature signature = new Signature("top secret");

    @Test
    void signature_isTheHmacOfTimestampAndBody() {
        assertThat(signature.of(1_767_603_600, BODY)).isEqualTo(KNOWN);
    }

    @Test
    void signature_ofAnythingElse_doesNotMatch() {
        assertThat(signature.matches(KNOWN, 1_767_603_600, BODY)).isTrue();
        assertThat(signature.matches(KNOWN, 1_767_603_601, BODY)).isFalse();
        assertThat(signature.matches(KNOWN, 1_767_603_600, BODY + " ")).isFalse();
        assertThat(signature.matches("v1=00", 1_767_603_600, BODY)).isFalse();
        assertThat(new Signature("another").matches(KNOWN, 1_767_603_600, BODY)).isFalse();
    }
}
