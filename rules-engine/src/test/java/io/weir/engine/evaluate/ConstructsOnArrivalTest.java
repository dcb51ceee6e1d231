package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.contract.AlertJson;
import io.weir.dsl.plan.TestPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Events that come in their order bring about the same, with the same ids, however they are evaluated. */
class ConstructsOnArrivalTest {

    @TestFactory
    Stream<DynamicTest> testsInPacks() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/constructs"))) {
            for (Path pack : files.sorted().toList()) {
                Source source = new Source(pack.getFileName().toString(), Files.readString(pack));
                for (TestPlan test : RuleCompiler.compile(List.of(source)).tests()) {
                    tests.add(DynamicTest.dynamicTest(pack.getFileName() + ": " + test.name(), () -> check(test)));
                }
            }
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private static void check(TestPlan test) {
        List<String> ordered = new Run(test, 0).outcomes();

        assertThat(new Run(test, 1).outcomes()).isEqualTo(ordered);
        assertThat(new Run(test, 5_000).outcomes()).isEqualTo(ordered);
        assertThat(new Run(test, 86_400_000).outcomes()).isEqualTo(ordered);
    }

    /** @param lag of the watermark behind the newest event, in milliseconds; 0: ordered evaluation */
    private record Run(TestPlan test, long lag) {

        List<String> outcomes() {
            TestEpoch tested = TestEpoch.of(test, List.of(test.rule()));
            KeyEvaluator evaluator = new KeyEvaluator("test");
            Router router = new Router("test");
            Map<Key, KeyState> states = new HashMap<>();
            List<Outcome> outcomes = new ArrayList<>();
            for (Row row : TestEvents.of(test.rows(), tested::stream)) {
                router.route(tested.epoch(), row, new byte[0], new RouteSink() {
                    @Override
                    public void routed(RoutedRow routed) {
                        KeyState state = states.computeIfAbsent(routed.key(), any -> new KeyState());
                        long clock = row.time() - lag;
                        evaluator.evaluate(time -> tested.epoch(), tested.epoch(), routed, state, clock, this);
                    }

                    @Override
                    public void outcome(Outcome outcome) {
                        outcomes.add(outcome);
                    }
                });
            }
            states.forEach((key, state) ->
                    evaluator.expire(time -> tested.epoch(), key, state, Long.MAX_VALUE - 1, outcomes::add));
            assertThat(states.values()).allMatch(KeyState::isEmpty);
            return outcomes.stream().map(Run::line).sorted().toList();
        }

        private static String line(Outcome outcome) {
            if (outcome instanceof RaisedAlert raised) {
                return new String(AlertJson.write(raised.alert()), StandardCharsets.UTF_8);
            }
            SentEvent sent = (SentEvent) outcome;
            return sent.topic() + " " + sent.time() + " " + sent.recordKey() + " " + sent.fields();
        }
    }
}
