package io.weir.models.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.models.ModelPackage;
import io.weir.models.flinkml.FlinkMlDirectories;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Random damage to a valid model: every outcome is allowed but an exception or a hang. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ModelCheckFuzzTest {
    private static final ModelSignature FRAUD = new ModelSignature("fraud", List.of("amount", "velocity", "one"));
    private static final long SEED = 4_711;
    private static final int ROUNDS = 3_000;

    @TempDir
    Path directory;

    private ModelPackage valid;

    @BeforeEach
    void validModel() throws IOException {
        FlinkMlDirectories.writeLogisticRegression(directory, new double[] {0.5, -0.25, 1});
        valid = ModelPackage.ofDirectory(directory);
    }

    @Test
    void damagedFiles_checked_giveAModelOrProblems() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, byte[]> files = new HashMap<>();
            valid.paths().forEach(path -> files.put(path, damaged(valid.file(path), random)));

            assertScoresOrSaysWhy(ModelCheck.check(ModelPackage.ofFiles(files), FRAUD), round);
        }
    }

    @Test
    void damagedZip_checked_givesAModelOrProblems() {
        Random random = new Random(SEED);
        byte[] zip = valid.toZip();
        for (int round = 0; round < ROUNDS; round++) {
            assertScoresOrSaysWhy(ModelCheck.checkZip(damaged(zip, random), FRAUD), round);
        }
    }

    private static void assertScoresOrSaysWhy(CheckResult result, int round) {
        assertThat(result.ok())
                .as("seed %s, round %s", SEED, round)
                .isEqualTo(result.model().isPresent());
        result.model()
                .ifPresent(model ->
                        assertThat(model.scorer().score(new double[] {1, 2, 1})).isBetween(0.0, 1.0));
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        byte[] copy = bytes.clone();
        switch (random.nextInt(4)) {
            case 0 -> flip(copy, random, 1);
            case 1 -> flip(copy, random, 1 + random.nextInt(16));
            case 2 -> copy = Arrays.copyOf(copy, random.nextInt(2 * copy.length));
            default -> {}
        }
        return copy;
    }

    private static void flip(byte[] bytes, Random random, int times) {
        for (int i = 0; i < times; i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
    }
}
