package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DictionaryTest {

    @Test
    void entries_ofRandomUses_areThereUntilTheirLastUseEnds() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Dictionary dictionary = new Dictionary();
            Map<String, Integer> numbers = new HashMap<>();
            List<String> uses = new ArrayList<>();
            int different = 1 + random.nextInt(200);
            for (int i = 0; i < 500; i++) {
                if (uses.isEmpty() || random.nextInt(100) < 53) {
                    String text = "#".repeat(random.nextInt(3)) + random.nextInt(different);
                    int number = use(dictionary, text);
                    assertThat(numbers.getOrDefault(text, number))
                            .as("seed %s", seed)
                            .isEqualTo(number);
                    numbers.put(text, number);
                    uses.add(text);
                } else {
                    String text = uses.remove(random.nextInt(uses.size()));
                    dictionary.release(numbers.get(text));
                    if (!uses.contains(text)) {
                        numbers.remove(text);
                    }
                }
                dictionary = random.nextInt(50) == 0 ? dictionary.copy() : dictionary;
                check(dictionary, numbers, "0#" + random.nextInt(different), seed);
            }
        }
    }

    private static void check(Dictionary dictionary, Map<String, Integer> numbers, String unknown, long seed) {
        assertThat(dictionary.size()).as("seed %s", seed).isEqualTo(numbers.size());
        numbers.forEach((text, number) -> {
            assertThat(find(dictionary, text)).as("seed %s: %s", seed, text).isEqualTo(number);
            assertThat(new String(dictionary.get(number), StandardCharsets.UTF_8))
                    .isEqualTo(text);
        });
        assertThat(find(dictionary, unknown)).as("seed %s", seed).isEqualTo(-1);
    }

    private static int use(Dictionary dictionary, String text) {
        byte[] bytes = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
        return dictionary.use(bytes, 1, bytes.length - 2);
    }

    private static int find(Dictionary dictionary, String text) {
        byte[] bytes = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
        return dictionary.find(bytes, 1, bytes.length - 2);
    }
}
