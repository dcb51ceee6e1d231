package io.weir.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.util.Set;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class JobSettingsTest {

    @Test
    void arguments_ofAllKinds_areRead() {
        JobConfig config = JobSettings.read(
                "--engine", "eu-1",
                "--bootstrap-servers", "kafka:9092",
                "--kafka.security.protocol", "SSL",
                "--checkpoint-interval", "250ms",
                "--state-backend", "rocksdb",
                "--tenants", "acme,globex",
                "--parallelism", "4",
                "--time", "arrival",
                "--time-zone", "Europe/Madrid");

        assertThat(config.engine()).isEqualTo("eu-1");
        assertThat(config.kafka().properties()).containsEntry("security.protocol", "SSL");
        assertThat(config.checkpoints().interval()).isEqualTo(Duration.ofMillis(250));
        assertThat(config.checkpoints().backend()).isEqualTo(Checkpoints.Backend.ROCKSDB);
        assertThat(config.tenants()).isEqualTo(Set.of("acme", "globex"));
        assertThat(config.parallelism()).isEqualTo(4);
        assertThat(config.timing().evaluation()).isEqualTo(EvaluationTime.ARRIVAL);
        assertThat(JobConfig.of("main", "kafka:9092").timing().evaluation()).isEqualTo(EvaluationTime.ORDERED);
        assertThat(config.zone().getId()).isEqualTo("Europe/Madrid");
        assertThat(config.kafka().transactionTimeout()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void arguments_thatAreWrong_areAllTold() {
        assertThatThrownBy(() -> JobSettings.read("--parallelism", "many", "--time-zone", "Moon", "--colour", "red"))
                .asInstanceOf(type(InvalidSettings.class))
                .satisfies(settings -> assertThat(settings.problems())
                        .hasSize(4)
                        .anyMatch(problem -> problem.startsWith("--bootstrap-servers: missing"))
                        .anyMatch(problem -> problem.startsWith("--parallelism: \"many\""))
                        .anyMatch(problem -> problem.startsWith("--time-zone: \"Moon\""))
                        .anyMatch(problem -> problem.equals("--colour: no such setting")));
    }

    @Test
    void transactionTimeout_shorterThanACheckpoint_isRefused() {
        JobConfig config = JobConfig.of("main", "kafka:9092");

        assertThatThrownBy(() -> config.withCheckpoints(Checkpoints.every(Duration.ofHours(1))))
                .hasMessageContaining("transaction-timeout");
    }

    @Test
    void engineName_thatCannotStandInATransactionalId_isRefused() {
        assertThatThrownBy(() -> JobConfig.of("Main Engine", "kafka:9092"))
                .hasMessageContaining("engine: \"Main Engine\"");
    }

    @Test
    void config_travelsToTheCluster() throws Exception {
        JobConfig config = JobConfig.of("main", "kafka:9092").withTenants(Set.of("acme"));

        assertThat(InstantiationUtil.clone(config)).isEqualTo(config);
    }
}
