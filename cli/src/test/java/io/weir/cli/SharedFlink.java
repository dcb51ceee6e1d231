package io.weir.cli;

import java.util.Set;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.util.MiniClusterPipelineExecutorServiceLoader;

/** One mini cluster for whatever runs until it is closed: one for each job takes longer to start than the job. */
final class SharedFlink implements AutoCloseable {

    private final MiniCluster cluster;

    private SharedFlink(MiniCluster cluster) {
        this.cluster = cluster;
    }

    static SharedFlink start(int slots) throws Exception {
        Configuration anyPort = new Configuration();
        anyPort.set(RestOptions.BIND_PORT, "0");
        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(anyPort)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .build());
        cluster.start();
        Environment.use(cluster);
        return new SharedFlink(cluster);
    }

    @Override
    public void close() throws Exception {
        Environment.forget();
        cluster.close();
    }

    /** What a job asks for where it runs. */
    private static final class Environment extends StreamExecutionEnvironment {

        private Environment(MiniCluster cluster, Configuration configuration) {
            super(
                    new MiniClusterPipelineExecutorServiceLoader(cluster),
                    MiniClusterPipelineExecutorServiceLoader.updateConfigurationForMiniCluster(
                            configuration, Set.of(), Set.of()),
                    null);
        }

        static void use(MiniCluster cluster) {
            initializeContextEnvironment(configuration -> new Environment(cluster, configuration));
        }

        static void forget() {
            resetContextEnvironment();
        }
    }
}
