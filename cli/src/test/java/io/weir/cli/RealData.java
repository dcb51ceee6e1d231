package io.weir.cli;

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

/** Real series, and the incidents in them that people have labelled; they are no part of the project. */
final class RealData {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RealData() {}

    /** When something was wrong. */
    record Incident(Instant from, Instant to) {
        boolean holds(Instant time) {
            return !time.isBefore(from) && !time.isAfter(to);
        }
    }

    /** A file of the data; the test that asks for it is skipped where it is not at hand. */
    static Path file(String path) {
        Path file = folder().resolve(path);
        assumeTrue(Files.exists(file), "skipped: the real data is not in " + folder());
        return file;
    }

    /** Beside the source tree, unless a property says otherwise. */
    private static Path folder() {
        String property = System.getProperty("weir.data");
        Path beside = SampleFolders.root().resolve("../../shared/data").normalize();
        return property == null ? beside : Path.of(property);
    }

    /** Those of a series of the Numenta Anomaly Benchmark, by its name there. */
    static List<Incident> incidents(String series) throws IOException {
        JsonNode windows =
                JSON.readTree(file("nab/combined_windows.json").toFile()).path(series);
        List<Incident> incidents = new ArrayList<>();
        windows.forEach(window -> incidents.add(new Incident(utc(window.get(0)), utc(window.get(1)))));
        return incidents;
    }

    private static Instant utc(JsonNode time) {
        return Instant.parse(time.asText().replace(' ', 'T') + "Z");
    }
}
