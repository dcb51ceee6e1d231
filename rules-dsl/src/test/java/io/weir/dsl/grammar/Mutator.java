package io.weir.dsl.grammar;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Vocabulary;

/** Changes files a little, so that some are still read and most are not. */
final class Mutator {

    /** Characters at the edges of what a blank, a word, a number or a text is. */
    private static final String NOISE =
            " \n\r\t\u00a0\u00ad\ufeff\u0085\u2028#\"`'\\{}[]():,.@?+-*/%=!<>&|_09aEé·ªß中٣𝒳😀\u0000";

    private static final List<String> WORDS = words();

    private final Random random;

    Mutator(long seed) {
        this.random = new Random(seed);
    }

    // All words and signs of the language, and a few of those that are not its own.
    private static List<String> words() {
        Vocabulary vocabulary = WeirParser.VOCABULARY;
        return Stream.concat(
                        IntStream.rangeClosed(1, vocabulary.getMaxTokenType())
                                .mapToObj(vocabulary::getLiteralName)
                                .filter(name -> name != null)
                                .map(name -> name.substring(1, name.length() - 1)),
                        Stream.of(
                                "name",
                                "`a name`",
                                "`",
                                "EUR",
                                "1",
                                "2.5",
                                "1__0",
                                "00:00:01",
                                "24:00:00",
                                "\"{a}\"",
                                "\"{\"",
                                "\"\"\"x\"\"\"",
                                "\"\\q\"",
                                "==",
                                "&&",
                                "\u2265",
                                "'x'",
                                "ms",
                                "less"))
                .toList();
    }

    String mutated(String text, String other) {
        String grafted = random.nextBoolean() ? Graft.grafted(text, other, random) : text;
        return grafted.equals(text) || random.nextInt(4) == 0 ? changed(grafted, other) : grafted;
    }

    private String changed(String text, String other) {
        List<String> pieces = Pieces.of(text);
        for (int change = random.nextInt(4) / 2; change >= 0; change--) {
            change(pieces, other);
        }
        String mutated = Pieces.joined(pieces);
        return random.nextInt(12) == 0 ? noisy(mutated) : mutated;
    }

    private void change(List<String> pieces, String other) {
        int at = random.nextInt(pieces.size());
        switch (random.nextInt(10)) {
            case 0 -> pieces.remove(at);
            case 1 -> pieces.add(at, pieces.get(random.nextInt(pieces.size())));
            case 2 -> Collections.swap(pieces, at, Math.max(0, at - 1 - random.nextInt(3)));
            case 3 -> pieces.set(at, " " + word());
            case 4 -> pieces.add(at, " " + word());
            case 5 ->
                pieces.subList(at, Math.min(pieces.size(), at + 1 + random.nextInt(6)))
                        .clear();
            case 6 -> splice(pieces, at, Pieces.of(other));
            default -> rename(pieces, at);
        }
        if (pieces.isEmpty()) {
            pieces.add("");
        }
    }

    // Another word for the next one, which is read where it was a name.
    private void rename(List<String> pieces, int at) {
        for (int next = at; next < pieces.size(); next++) {
            String piece = pieces.get(next).strip();
            if (!piece.isEmpty() && Character.isLetter(piece.charAt(0))) {
                pieces.set(next, " " + word());
                return;
            }
        }
    }

    // A few tokens of another file, in front of these or in their place.
    private void splice(List<String> pieces, int at, List<String> other) {
        int from = random.nextInt(other.size());
        List<String> taken =
                new ArrayList<>(other.subList(from, Math.min(other.size(), from + 1 + random.nextInt(12))));
        if (random.nextBoolean()) {
            pieces.subList(at, Math.min(pieces.size(), at + taken.size())).clear();
        }
        pieces.addAll(at, taken);
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private String noisy(String text) {
        int at = text.isEmpty() ? 0 : text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length())));
        int noise =
                NOISE.codePointAt(NOISE.offsetByCodePoints(0, random.nextInt(NOISE.codePointCount(0, NOISE.length()))));
        int end = text.isEmpty() || random.nextBoolean() ? at : text.offsetByCodePoints(at, 1);
        return text.substring(0, at) + Character.toString(noise) + text.substring(end);
    }
}
