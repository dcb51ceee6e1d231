package io.weir.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What released versions have left in their state is read by this one, and goes on as it would have.
 *
 * <p>To keep that of the version at hand, for a release or before its layout changes: {@code mvn -Dfast -pl rules-engine -am test
 * -Dtest=KeptSnapshotsTest -Dsurefire.failIfNoSpecifiedTests=false -Dweir.snapshot.write=VERSION}.
 */
class KeptSnapshotsTest {

    private static final @Nullable String VERSION = System.getProperty("weir.snapshot.write");

    /** Those that are kept; where a version is named, first its own are. */
    static List<Path> snapshots() throws Exception {
        if (VERSION != null) {
            for (Path pack : StateEndsTest.packs()) {
                // Rules that watch alerts stand in the other lane, of the same parts.
                if (!pack.endsWith("alerts.weir")) {
                    KeptSnapshot.write(pack, VERSION);
                }
            }
        }
        return KeptSnapshot.all();
    }

    @ParameterizedTest
    @MethodSource("snapshots")
    void snapshot_ofAnyVersion_goesOnAsItWouldHave(Path folder) throws Exception {
        KeptSnapshot snapshot = KeptSnapshot.read(folder);

        List<JsonNode> today = snapshot.today();

        List<JsonNode> expected = snapshot.expected();
        assertThat(today).hasSameSizeAs(expected).isNotEmpty();
        for (int i = 0; i < expected.size(); i++) {
            assertSays(expected.get(i), today.get(i));
        }
    }

    /** Later versions may say more of an alert, and nothing else. */
    private static void assertSays(JsonNode expected, JsonNode today) {
        expected.properties().forEach(field -> {
            JsonNode said = today.path(field.getKey());
            if (field.getValue().isObject()) {
                assertSays(field.getValue(), said);
            } else {
                assertThat(said).as("%s of %s", field.getKey(), today).isEqualTo(field.getValue());
            }
        });
    }
}
