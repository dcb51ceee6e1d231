package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.samples.SampleFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rule of samples/machine-temperature on the real series with its labelled incidents. */
class MachineTemperatureTest {

    private static final String SERIES = "machine_temperature_system_failure.csv";

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void rule_onTheRealSeries_findsAllIncidentsAndNothingElse() throws IOException {
        Path series = RealData.file("nab/" + SERIES);

        Ran ran = Ran.weir(
                "backtest",
                "--rules",
                SampleFolders.story("machine-temperature").toString(),
                "--events",
                "Temperature=" + series);

        List<Instant> alerts = new ArrayList<>();
        for (String line : ran.out().lines().toList()) {
            alerts.add(Instant.parse(json.readTree(line).path("time").asText()));
        }
        List<RealData.Incident> incidents = RealData.incidents("realKnownCause/" + SERIES);
        assertThat(incidents).hasSize(4).allMatch(incident -> alerts.stream().anyMatch(incident::holds));
        assertThat(alerts).allMatch(alert -> incidents.stream().anyMatch(incident -> incident.holds(alert)));
    }
}
