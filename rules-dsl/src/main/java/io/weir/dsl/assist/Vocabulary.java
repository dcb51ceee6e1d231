package io.weir.dsl.assist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All phrases of the language, from phrases.txt. */
final class Vocabulary {

    static final List<Phrase> ALL = read();

    private Vocabulary() {}

    /** The longest phrase whose head is written there, the word at that index being part of it; null where there is none. */
    static @Nullable Phrase at(List<String> written, int index) {
        return ALL.stream()
                .filter(phrase -> isAt(phrase.head(), written, index))
                .max(Comparator.comparing((Phrase phrase) -> phrase.head().size()))
                .orElse(null);
    }

    private static boolean isAt(List<String> head, List<String> written, int index) {
        for (int start = Math.max(0, index - head.size() + 1); start <= index; start++) {
            if (start + head.size() <= written.size() && head.equals(written.subList(start, start + head.size()))) {
                return true;
            }
        }
        return false;
    }

    private static List<Phrase> read() {
        try (InputStream in = Vocabulary.class.getResourceAsStream("phrases.txt")) {
            if (in == null) {
                throw new IllegalStateException("phrases.txt is not packed with its class");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Vocabulary::phrase)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Phrase phrase(String line) {
        String[] columns = line.split("\\|", 4);
        return new Phrase(columns[0].strip(), columns[1].strip(), columns[2].strip(), columns[3].strip());
    }
}
