package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.samples.SampleFolders;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of samples/real-series, with the figures that its README tells. */
class RealSeriesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "RequestLatency, realKnownCause/ec2_request_latency_system_failure.csv, 3, 3, 0",
        "TrafficSpeed, realTraffic/speed_7578.csv, 4, 4, 3",
        "TaxiRides, realKnownCause/nyc_taxi.csv, 5, 4, 1",
        "TweetVolume, realTweets/Twitter_volume_AAPL.csv, 4, 4, 19"
    })
    void rule_onARealSeries_findsAsManyIncidentsAsWeSay(
            String stream, String series, int labelled, long found, long outside) throws IOException {
        Path file = RealData.file("nab/" + series.substring(series.indexOf('/') + 1));

        List<Instant> alerts = alerts(stream, file).stream()
                .map(alert -> Instant.parse(alert.path("time").asText()))
                .toList();

        List<RealData.Incident> incidents = RealData.incidents(series);
        assertThat(incidents).hasSize(labelled);
        assertThat(incidents.stream().filter(incident -> alerts.stream().anyMatch(incident::holds)))
                .hasSize((int) found);
        assertThat(alerts.stream().filter(alert -> incidents.stream().noneMatch(incident -> incident.holds(alert))))
                .hasSize((int) outside);
    }

    @Test
    void doubleBottoms_ofTwentyYearsOfAnIndex_areThoseOfAPlainScan() throws IOException {
        Path file = RealData.file("vega/sp500-2000.csv");

        List<String> found = alerts("TradingDay", file).stream()
                .map(alert -> alert.path("text").asText() + " until "
                        + alert.path("time").asText())
                .toList();

        assertThat(found).hasSizeGreaterThan(100).isEqualTo(scanned(Files.readAllLines(file)));
    }

    /** The moves from day to day as letters, in which a double bottom is a word; it ends where the price is above the hill. */
    private static List<String> scanned(List<String> lines) {
        List<String> dates = new ArrayList<>();
        List<BigDecimal> closes = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] columns = line.split(",");
            dates.add(columns[0] + "T00:00:00.000Z");
            closes.add(new BigDecimal(columns[4]));
        }
        StringBuilder moves = new StringBuilder();
        for (int day = 1; day < closes.size(); day++) {
            int move = closes.get(day).compareTo(closes.get(day - 1));
            moves.append(move < 0 ? 'd' : move > 0 ? 'u' : '=');
        }
        List<String> bottoms = new ArrayList<>();
        Matcher word = Pattern.compile("(d+u+)d+(u+)").matcher(moves);
        int from = 0;
        while (from < moves.length() && word.find(from)) {
            BigDecimal hill = closes.get(word.end(1));
            int last = word.start(2) + 1;
            while (last <= word.end(2) && closes.get(last).compareTo(hill) <= 0) {
                last++;
            }
            boolean above = last <= word.end(2);
            if (above) {
                bottoms.add("since " + dates.get(word.start()) + " until " + dates.get(last));
            }
            // The day of a match's last move is its own; the next one begins with a day after it.
            from = above ? last + 1 : word.start() + 1;
        }
        return bottoms;
    }

    private static List<JsonNode> alerts(String stream, Path file) throws IOException {
        String pack = SampleFolders.story("real-series").toString();
        Ran ran = Ran.weir("backtest", "--rules", pack, "--events", stream + "=" + file);
        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.GOOD);
        List<JsonNode> alerts = new ArrayList<>();
        for (String line : ran.out().lines().toList()) {
            alerts.add(JSON.readTree(line));
        }
        return alerts;
    }
}
