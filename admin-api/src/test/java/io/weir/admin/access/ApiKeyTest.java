package io.weir.admin.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApiKeyTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final KeyText text = KeyText.create();

    private ApiKey key(@Nullable Instant expiresAt) {
        List<ApiKey.Secret> secrets = List.of(new ApiKey.Secret(text.hash(), null));
        return new ApiKey(text.id(), "ci", Set.of(Role.ANALYST), null, secrets, NOW, "test", expiresAt, null);
    }

    @Test
    void text_ofAKey_isReadBackAndDoesNotShowItsSecret() {
        assertThat(KeyText.read(text.text())).isEqualTo(text);
        assertThat(text.toString()).doesNotContain(text.secret());
        assertThat(KeyText.read(text.text() + "x")).isNull();
        assertThat(KeyText.read("weir_short_secret")).isNull();
        assertThat(KeyText.create()).isNotEqualTo(KeyText.create());
    }

    @Test
    void key_opensWithItsOwnSecretAlone() {
        ApiKey key = key(null);

        assertThat(key.opensWith(text, NOW)).isTrue();
        assertThat(key.opensWith(KeyText.ofNewSecret(text.id()), NOW)).isFalse();
        assertThat(key.toString()).doesNotContain(text.secret());
    }

    @Test
    void key_atItsEnd_opensNothing() {
        ApiKey key = key(NOW.plusSeconds(10));

        assertThat(key.opensWith(text, NOW.plusSeconds(10).minusMillis(1))).isTrue();
        assertThat(key.opensWith(text, NOW.plusSeconds(10))).isFalse();
    }

    @Test
    void key_revoked_opensNothingEver() {
        assertThat(key(null).revoked(NOW).opensWith(text, NOW)).isFalse();
    }

    @Test
    void key_rotated_opensWithTheOldSecretUntilTheOverlapEnds() {
        KeyText other = KeyText.ofNewSecret(text.id());
        ApiKey rotated = key(null).rotated(other, NOW, NOW.plus(Duration.ofHours(1)));

        assertThat(rotated.opensWith(other, NOW)).isTrue();
        assertThat(rotated.opensWith(text, NOW)).isTrue();
        assertThat(rotated.opensWith(text, NOW.plus(Duration.ofHours(1)))).isFalse();
        assertThat(rotated.opensWith(other, NOW.plus(Duration.ofDays(9)))).isTrue();
    }

    @Test
    void key_rotatedAgain_doesNotProlongTheFirstSecret() {
        Instant soon = NOW.plusSeconds(60);
        ApiKey twice = key(null)
                .rotated(KeyText.ofNewSecret(text.id()), NOW, soon)
                .rotated(KeyText.ofNewSecret(text.id()), NOW.plusSeconds(1), NOW.plus(Duration.ofDays(1)));

        assertThat(twice.opensWith(text, soon)).isFalse();
        assertThat(twice.secrets()).hasSize(3);
    }

    @Test
    void key_rotatedWithoutOverlap_forgetsTheOldSecret() {
        ApiKey rotated = key(null).rotated(KeyText.ofNewSecret(text.id()), NOW, NOW);

        assertThat(rotated.opensWith(text, NOW)).isFalse();
        assertThat(rotated.secrets()).hasSize(1);
    }
}
