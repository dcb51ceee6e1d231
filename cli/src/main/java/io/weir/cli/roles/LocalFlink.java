package io.weir.cli.roles;

import io.weir.cli.CommandFailure;
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
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.jspecify.annotations.Nullable;

/** Flink's mini cluster with its web UI, in this process. */
public final class LocalFlink implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SAVEPOINT_PATIENCE = Duration.ofMinutes(10);

    private static final Configuration RETAINED = new Configuration()
            .set(
                    CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                    ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);

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

    /** @param from a savepoint or checkpoint to go on from; null: the job starts anew */
    public void submit(String name, @Nullable String from, Consumer<StreamExecutionEnvironment> job) throws Exception {
        Configuration configuration = new Configuration();
        if (from != null) {
            configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, from);
        }
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        job.accept(env);
        if (env.getConfiguration()
                .getOptional(CheckpointingOptions.CHECKPOINTS_DIRECTORY)
                .isPresent()) {
            env.configure(RETAINED);
        }
        StreamGraph graph = env.getStreamGraph();
        graph.setJobName(name);
        jobs.add(cluster.submitJob(graph.getJobGraph()).get().getJobID());
    }

    /**
     * Ends the only job between two events: what it has found is committed, and what it knows is in a savepoint that any parallelism
     * and state backend can go on from.
     *
     * @return the savepoint
     */
    public String stopWithSavepoint(Path directory) throws Exception {
        JobID job = jobs.get(0);
        String target = directory.toAbsolutePath().toUri().toString();
        try {
            return cluster.stopWithSavepoint(job, target, false, SavepointFormatType.CANONICAL)
                    .get(SAVEPOINT_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw CommandFailure.server("no savepoint came about in " + directory + ": " + reason(e));
        }
    }

    /** Why a job is not running any more, if one is not. */
    public Optional<String> failure() {
        return jobs.stream()
                .filter(job -> status(job).isGloballyTerminalState())
                .findFirst()
                .map(job -> "a Flink job ended: " + status(job) + reason(job));
    }

    private String reason(JobID job) {
        try {
            JobResult result = cluster.requestJobResult(job).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return result.getSerializedThrowable()
                    .map(failure ->
                            ", " + reason(failure.deserializeError(getClass().getClassLoader())))
                    .orElse("");
        } catch (ExecutionException | TimeoutException unknown) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    /** True while a job has failed and starts again. */
    public boolean restarting() {
        return statuses().anyMatch(status -> status == JobStatus.RESTARTING || status == JobStatus.FAILING);
    }

    private Stream<JobStatus> statuses() {
        return jobs.stream().map(this::status);
    }

    private JobStatus status(JobID job) {
        return cluster.getJobStatus(job).join();
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
