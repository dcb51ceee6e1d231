package io.weir.engine.kafka;

import io.weir.engine.JobConfig;
import io.weir.engine.evaluate.Tables;
import io.weir.engine.operator.Bootstrap;
import io.weir.engine.state.ControlMessage;
import org.jspecify.annotations.Nullable;

/** Rules from the control topic; what arrives later is passed on to the sources of this process. */
public final class KafkaBootstrap implements Bootstrap {

    private static final long serialVersionUID = 1L;

    private final JobConfig config;
    private transient @Nullable StreamDirectory directory;

    public KafkaBootstrap(JobConfig config) {
        this.config = config;
    }

    @Override
    public Reading read() {
        return new ControlTopicReader(config.kafka()).read(0, config.controlDeadline());
    }

    @Override
    public Tables tables() {
        return new KafkaTables(config);
    }

    @Override
    public void seen(ControlMessage message) {
        if (directory == null) {
            directory = StreamDirectory.shared(config);
        }
        directory.accept(message);
    }
}
