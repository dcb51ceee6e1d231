package io.weir.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoriesTest {

    private static final long START = 1_767_225_600_000L;

    static List<Supplier<Story>> stories() {
        return List.of(() -> new Logins(7, 60), () -> new Payments(7, 60), () -> new Readings(7, 60));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void story_sameSeed_givesTheSameEvents(Supplier<Story> story) {
        Story first = story.get();
        Story second = story.get();

        for (int i = 0; i < 1_000; i++) {
            assertThat(first.next(START + i)).isEqualTo(second.next(START + i));
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void event_anyStory_tellsItsTime(Supplier<Story> story) throws Exception {
        byte[] event = story.get().next(START);

        assertThat(new ObjectMapper().readTree(event).get("at").asText()).isEqualTo("2026-01-01T00:00:00Z");
    }
}
