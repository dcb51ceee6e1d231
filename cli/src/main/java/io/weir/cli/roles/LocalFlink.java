package io.weir.cli.roles;

import io.weir.cli.LogFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.jspecify.annotations.Nullable;

/** Flink's mini cluster with its web UI, in this process. */
public final class LocalFlink implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final MiniCluster cluster;
    private final List<JobID> jobs = new ArrayList<>();

    private LocalFlink(MiniCluster cluster) {
        this.cluster = cluster;
    }

    /**
     * @param slots one for each parallel pipeline of all jobs
     * @param directory for Flink's own temporary files
     */
    public static LocalFlink start(int uiPort, int slots, Path directory) throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(RestOptions.ADDRESS, "127.0.0.1");
        configuration.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
        configuration.set(RestOptions.BIND_PORT, Integer.toString(uiPort));
        configuration.set(RestOptions.PORT, uiPort);
        configuration.set(WebOptions.LOG_PATH, LogFile.path().toString());
        configuration.set(CoreOptions.TMP_DIRS, directory.toString());
        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .build());
        cluster.start();
        return new LocalFlink(cluster);
    }

    public void submit(String name, Consumer<StreamExecutionEnvironment> job) throws Exception {
        submit(name, null, job);
    }

    /** @param checkpoints where the job keeps its state, and goes on from the newest if there is one; null: it starts anew */
    public void submit(String name, @Nullable Path checkpoints, Consumer<StreamExecutionEnvironment> job)
            throws Exception {
        Configuration configuration = new Configuration();
        if (checkpoints != null) {
            configuration.set(
                    CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                    ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
            SavedState.newest(checkpoints)
                    .ifPresent(newest -> configuration.set(
                            StateRecoveryOptions.SAVEPOINT_PATH, newest.toUri().toString()));
        }
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        job.accept(env);
        StreamGraph graph = env.getStreamGraph();
        graph.setJobName(name);
        jobs.add(cluster.submitJob(graph.getJobGraph()).get().getJobID());
    }

    /** Why a job is not running any more, if one is not. */
    public Optional<String> failure() {
        return statuses()
                .filter(JobStatus::isGloballyTerminalState)
                .findFirst()
                .map(status -> "a Flink job ended: " + status);
    }

    /** True while a job has failed and starts again. */
    public boolean restarting() {
        return statuses().anyMatch(status -> status == JobStatus.RESTARTING || status == JobStatus.FAILING);
    }

    private Stream<JobStatus> statuses() {
        return jobs.stream().map(job -> cluster.getJobStatus(job).join());
    }

    @Override
    public void close() throws Exception {
        for (JobID job : jobs) {
            cancel(job);
        }
        cluster.close();
    }

    private void cancel(JobID job) throws InterruptedException {
        try {
            cluster.cancelJob(job).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException alreadyGone) {
            // Closing the cluster ends it anyhow.
            return;
        }
    }
}
