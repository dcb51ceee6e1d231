package io.weir.benchmarks.job;

import io.weir.benchmarks.workload.LoginFeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Flink's mini cluster, started once: one task manager with two slots and managed memory that RocksDB can work with. */
final class Cluster implements AutoCloseable {

    private static final Duration CHECKPOINTS = Duration.ofSeconds(1);
    private static final Duration WATERMARKS = Duration.ofMillis(50);

    private final Path checkpoints;
    private final MiniCluster flink;

    private Cluster(Path checkpoints, MiniCluster flink) {
        this.checkpoints = checkpoints;
        this.flink = flink;
    }

    static Cluster start() throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(512));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
        configuration.set(RestOptions.BIND_PORT, "0");
        MiniCluster flink = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(LoginFeed.PARTITIONS)
                .setConfiguration(configuration)
                .build());
        flink.start();
        return new Cluster(Files.createTempDirectory("weir-benchmark"), flink);
    }

    /** Runs the job to the end of its events, as it would run in production: with checkpoints, in event time. */
    void run(MeasuredJob job, StateBackend backend, long events) throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(settings(backend));
        env.setParallelism(LoginFeed.PARTITIONS);
        job.build(env, events);
        flink.executeJobBlocking(env.getStreamGraph().getJobGraph());
    }

    private Configuration settings(StateBackend backend) {
        Configuration settings = new Configuration();
        settings.set(StateBackendOptions.STATE_BACKEND, backend.type());
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINTS);
        settings.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
        settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        settings.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, WATERMARKS);
        settings.set(PipelineOptions.OBJECT_REUSE, true);
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        return settings;
    }

    @Override
    public void close() throws Exception {
        flink.close();
        try (var files = Files.walk(checkpoints)) {
            files.sorted(Comparator.reverseOrder()).forEach(Cluster::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
