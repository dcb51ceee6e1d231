package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ArtifactState;
import io.weir.dsl.contract.Change;
import io.weir.dsl.contract.StatusReport.Standing;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule on so many of a hundred of its keys. */
class ShareTest {

    private static final long SEED = 20_261_121L;

    private static final String STREAM = """
            event Payment {
              cardId: text
              n: int
              at: timestamp
            } time at, from topic "payments"
            """;

    private static final String EACH = "rule \"Each\" on Payment by cardId when n > 0 then alert \"{cardId}\"\n";

    private final World world = new World();

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 50, 99})
    void share_ofManyKeys_isAsLargeAsItSays(int percent) {
        Share share = Objects.requireNonNull(Share.of(percent, "each"));
        List<Key> keys = new Random(SEED)
                .ints(20_000)
                .mapToObj(number -> key("card-" + number))
                .toList();

        double taken = keys.stream().filter(share::takes).count() * 100.0 / keys.size();

        // Four standard deviations of a fair pick.
        double allowed = 4 * Math.sqrt(percent * (100.0 - percent) / keys.size());
        assertThat(taken).as("seed %s", SEED).isCloseTo(percent, within(allowed));
    }

    @Test
    void share_thatGrows_keepsItsKeys_andAnotherRulesIsAnother() {
        Share small = Objects.requireNonNull(Share.of(10, "each"));
        Share large = Objects.requireNonNull(Share.of(11, "each"));
        Share other = Objects.requireNonNull(Share.of(10, "other"));
        List<Key> keys =
                new Random(SEED).ints(20_000).mapToObj(n -> key("card-" + n)).toList();

        List<Key> first = keys.stream().filter(small::takes).toList();

        assertThat(first).allMatch(large::takes);
        assertThat(keys.stream().filter(large::takes).count()).isGreaterThan(first.size());
        assertThat(first.stream().filter(other::takes).count() * 100.0 / first.size())
                .isCloseTo(10, within(4 * Math.sqrt(10.0 * 90 / first.size())));
    }

    @Test
    void share_ofNothingOrAll_isWhatItSays() {
        assertThat(Share.of(null, "each")).isNull();
        assertThat(Share.of(100, "each")).isNull();
        assertThat(Objects.requireNonNull(Share.of(0, "each")).takes(key("a"))).isFalse();
    }

    /** What is picked is seen from outside: these are picked for ever. */
    @Test
    void share_picksTheSameKeysForEver() {
        Share share = Objects.requireNonNull(Share.of(30, "each"));

        Set<String> taken = new TreeSet<>();
        for (char letter = 'a'; letter <= 'z'; letter++) {
            if (share.takes(key(String.valueOf(letter)))) {
                taken.add(String.valueOf(letter));
            }
        }

        assertThat(String.join("", taken)).isEqualTo("inrwz");
    }

    @Test
    void ruleOnSomeKeys_alertsForThemAlone_inEachRunTheSame() {
        Set<String> first = cardsThatAlert(10);

        assertThat(first).hasSizeBetween(60, 140);
        assertThat(cardsThatAlert(10)).isEqualTo(first);
        assertThat(cardsThatAlert(20)).containsAll(first).hasSizeGreaterThan(first.size());
    }

    private static Set<String> cardsThatAlert(int percent) {
        World fresh = new World();
        fresh.publish(null, STREAM + EACH);
        fresh.release(0L, List.of(onSome(percent)));
        for (int i = 0; i < 1_000; i++) {
            fresh.send("Payment", payment(i, "card-" + i, 1));
        }
        return fresh.alerts.stream().map(alert -> alert.alert().text()).collect(Collectors.toCollection(HashSet::new));
    }

    @Test
    void windowsOfKeysThatAreLeftOut_areFull_whenTheShareGrows() {
        world.publish(
                null,
                STREAM + "rule \"Each\" on Payment by cardId when more than 2 Payment within 1 hour"
                        + " then alert \"{cardId}\"\n");
        world.release(0L, List.of(onSome(0)));
        send(1, "c1", 1);
        send(2, "c1", 1);
        assertThat(send(3, "c1", 1)).isEmpty();

        world.release(4L, List.of(onSome(100)));

        assertThat(send(4, "c1", 1)).hasSize(1);
    }

    @Test
    void sequenceOfAKeyThatIsLeftOut_isLetGo() {
        world.publish(null, STREAM + """
                rule "Each"
                  on Payment by cardId
                  sequence within 1 hour
                    low: where n is 1
                    high: where n is 2
                  then alert "{cardId}: up"
                """);
        send(1, "c1", 1);
        world.release(2L, List.of(onSome(0)));
        send(3, "c1", 1);
        assertThat(world.states.get(key(world, "c1")).isEmpty()).isTrue();
        world.release(4L, List.of(onSome(100)));

        assertThat(send(5, "c1", 2)).as("the first step was not seen").isEmpty();
    }

    @Test
    void share_isToldInTheStatus_andARuleWithoutAKeyHasNone() {
        world.publish(null, STREAM + EACH + "rule \"All\" on Payment when n > 0 then alert \"all\"\n");
        world.release(1L, List.of(onSome(10), new Change(ArtifactKind.RULE, "all", 1, ArtifactState.LIVE, 10, false)));

        assertThat(world.status("each").standing()).isEqualTo(new Standing(ArtifactState.LIVE, 10, null));
        assertThat(world.routeStatus("all").quarantined()).contains("has no key");
    }

    private static Change onSome(int percent) {
        return new Change(ArtifactKind.RULE, "each", 1, ArtifactState.LIVE, percent, false);
    }

    private static Key key(World world, String card) {
        return world.states.keySet().stream()
                .filter(key -> KeyCodec.decode(key.values()).equals(List.of(card)))
                .findFirst()
                .orElseThrow();
    }

    private static Key key(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return new Key(1, utf8);
    }

    private List<RaisedAlert> send(long at, String card, long n) {
        return world.send("Payment", payment(at, card, n));
    }

    private static String payment(long at, String card, long n) {
        return "{'cardId':'" + card + "','n':" + n + ",'at':" + at + "}";
    }
}
