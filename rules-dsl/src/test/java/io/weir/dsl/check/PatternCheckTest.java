package io.weir.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PatternCheckTest {

    private static final String UNFOLDS = "its repetitions unfold to more than 2,000 characters";

    /** A pattern and how many characters it unfolds to, which its maker knows. */
    private record Unfolded(String pattern, long size) {}

    static Stream<Integer> seeds() {
        return IntStream.range(0, 300).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void pattern_isRefusedExactlyWhereItUnfoldsTooFar(int seed) {
        Unfolded random = sequence(new Random(seed), 3);

        assertThat(PatternCheck.complaint(random.pattern()))
                .as("seed %d: %s unfolds to %d", seed, random.pattern(), random.size())
                .isEqualTo(random.size() > 2_000 ? UNFOLDS : null);
    }

    private static Unfolded sequence(Random random, int depth) {
        StringBuilder pattern = new StringBuilder();
        long size = 0;
        for (int i = random.nextInt(3); i >= 0; i--) {
            Unfolded piece = repeated(random, depth);
            pattern.append(piece.pattern());
            size += piece.size();
        }
        return new Unfolded(pattern.toString(), size);
    }

    private static Unfolded repeated(Random random, int depth) {
        Unfolded piece = piece(random, depth);
        int least = 1 + random.nextInt(14);
        int most = least + random.nextInt(3);
        return switch (random.nextInt(4)) {
            case 0 ->
                new Unfolded(
                        piece.pattern() + "{" + least + "," + most + "}", piece.size() * Math.max(least + 1, most));
            case 1 -> new Unfolded(piece.pattern() + "{" + least + ",}", piece.size() * (least + 1));
            case 2 -> new Unfolded(piece.pattern() + "{" + least + "}", piece.size() * (least + 1));
            default -> piece;
        };
    }

    private static Unfolded piece(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> new Unfolded("[]a)({]", 1);
            case 1 -> new Unfolded("\\{", 1);
            case 2 -> new Unfolded("\\)", 1);
            case 3 -> new Unfolded("b", 1);
            default -> {
                Unfolded inner = sequence(random, depth - 1);
                yield new Unfolded("(" + inner.pattern() + ")", inner.size());
            }
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(a{40}){40} | 1681",
                "(a{44}){44} | 2025",
                "a{1000}b{998} | 2000",
                "a{1000}b{999} | 2001",
                "a{x}b{} | 7",
            })
    void countsOfPatterns_workedOutByHand(String pattern, long size) {
        assertThat(PatternCheck.complaint(pattern)).isEqualTo(size > 2_000 ? UNFOLDS : null);
    }

    @Test
    void pattern_ofAThousandCharacters_isTheLongest() {
        assertThat(PatternCheck.complaint("a".repeat(1_000))).isNull();
        assertThat(PatternCheck.complaint("a".repeat(1_001))).isEqualTo("it is longer than 1,000 characters");
    }

    @Test
    void pattern_thatIsNone_isRefusedWithTheReason() {
        assertThat(PatternCheck.complaint("(a")).contains("missing closing )");
    }
}
