package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.samples.SampleFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rule of samples/machine-temperature on the real series with its labelled incidents. */
class MachineTemperatureTest {

    private static final String SERIES = "machine_temperature_system_failure.csv";

    private final ObjectMapper json = new ObjectMapper();

    private record Incident(Instant from, Instant to) {
        boolean holds(Instant time) {
            return !time.isBefore(from) && !time.isAfter(to);
        }
    }

    @Test
    void rule_onTheRealSeries_findsAllIncidentsAndNothingElse() throws IOException {
        Path data = data();
        assumeTrue(Files.exists(data.resolve(SERIES)), "skipped: the real series is not in " + data);

        Ran ran = Ran.weir(
                "backtest",
                "--rules",
                SampleFolders.story("machine-temperature").toString(),
                "--events",
                "Temperature=" + data.resolve(SERIES));

        List<Instant> alerts = new ArrayList<>();
        for (String line : ran.out().lines().toList()) {
            alerts.add(Instant.parse(json.readTree(line).path("time").asText()));
        }
        List<Incident> incidents = incidents(data);
        assertThat(incidents).hasSize(4).allMatch(incident -> alerts.stream().anyMatch(incident::holds));
        assertThat(alerts).allMatch(alert -> incidents.stream().anyMatch(incident -> incident.holds(alert)));
    }

    private List<Incident> incidents(Path data) throws IOException {
        JsonNode windows =
                json.readTree(data.resolve("combined_windows.json").toFile()).path("realKnownCause/" + SERIES);
        List<Incident> incidents = new ArrayList<>();
        windows.forEach(window -> incidents.add(new Incident(utc(window.get(0)), utc(window.get(1)))));
        return incidents;
    }

    private static Instant utc(JsonNode time) {
        return Instant.parse(time.asText().replace(' ', 'T') + "Z");
    }

    /** Beside the source tree, unless a property says otherwise. */
    private static Path data() {
        String property = System.getProperty("weir.data");
        Path beside = SampleFolders.root().resolve("../../shared/data").normalize();
        return (property == null ? beside : Path.of(property)).resolve("nab");
    }
}
