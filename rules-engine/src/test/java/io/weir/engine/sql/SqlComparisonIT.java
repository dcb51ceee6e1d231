package io.weir.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The rules in {@code src/test/resources/sql}, each beside the query that means the same, over many keys' random events. A comment in
 * the query says where SQL would have it otherwise.
 */
class SqlComparisonIT {

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(2)
            .build());

    private static final Path RULES = Path.of("src/test/resources/sql");
    private static final long SEED = 20_240_607;

    @TestFactory
    Stream<DynamicTest> rules() throws IOException {
        return compared(SEED, Told.of(SEED, 40, 60));
    }

    @TestFactory
    @Tag("long")
    Stream<DynamicTest> rulesOverMoreEvents() throws IOException {
        long seed = System.nanoTime();
        return compared(seed, Told.of(seed, 1_000, 100));
    }

    private static Stream<DynamicTest> compared(long seed, Told told) throws IOException {
        List<Path> rules;
        try (Stream<Path> files = Files.list(RULES)) {
            rules = files.filter(file -> file.toString().endsWith(".weir"))
                    .sorted()
                    .toList();
        }
        assertThat(rules).isNotEmpty();
        return rules.stream()
                .map(rule -> DynamicTest.dynamicTest(name(rule), () -> {
                    List<Result> sql = new FlinkSql(told).results(read(RULES.resolve(name(rule) + ".sql")));
                    List<Result> weir = new Weir(told).results(read(rule));
                    assertThat(sql).hasSizeGreaterThan(told.readings().size() / 200);
                    new Difference(sql, weir).ifAny(text -> {
                        throw new AssertionError("seed " + seed + "\n" + text);
                    });
                }));
    }

    private static String name(Path rule) {
        return rule.getFileName().toString().replace(".weir", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
