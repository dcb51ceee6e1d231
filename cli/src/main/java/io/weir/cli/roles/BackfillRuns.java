package io.weir.cli.roles;

import io.weir.admin.warm.RetainedEvents;
import io.weir.dsl.contract.Topics;
import io.weir.engine.Timing;
import io.weir.engine.backfill.BackfillCopy;
import io.weir.engine.backfill.NotRetained;
import io.weir.engine.evaluate.Decoders;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies retained events in threads of this process, one for each warm start. */
public final class BackfillRuns implements RetainedEvents {

    private static final Logger LOG = LoggerFactory.getLogger(BackfillRuns.class);

    private final BackfillCopy copy;
    private final Map<String, Run> runs = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /**
     * @param properties for every Kafka client
     * @param decoders as the engine's
     */
    public BackfillRuns(Map<String, String> properties, Topics topics, Decoders decoders) {
        copy = new BackfillCopy(properties, topics, decoders, Timing.DEFAULT.maxAhead());
    }

    @Override
    public Copying copy(Wanted wanted) {
        String name = wanted.tenant() + "/" + wanted.backfill();
        return runs.compute(
                        name,
                        (any, known) ->
                                known == null || (wanted.again() && known.isOver()) ? start(wanted, name) : known)
                .copying;
    }

    private Run start(Wanted wanted, String name) {
        Run run = new Run(wanted);
        Thread thread = new Thread(run, "weir-backfill-" + name);
        thread.setDaemon(true);
        thread.start();
        return run;
    }

    /** What is copied stays; another server goes on. */
    @Override
    public void close() {
        closed = true;
    }

    private final class Run implements Runnable {

        private final Wanted wanted;
        private volatile Copying copying = new Copying(State.COPYING, 0, 0, 0, null, null);

        Run(Wanted wanted) {
            this.wanted = wanted;
        }

        boolean isOver() {
            return copying.state() != State.COPYING;
        }

        @Override
        public void run() {
            try {
                boolean all = copy.run(
                        new io.weir.engine.backfill.Wanted(
                                wanted.tenant(),
                                wanted.backfill(),
                                wanted.streams(),
                                wanted.copied(),
                                wanted.from(),
                                wanted.before(),
                                wanted.partial()),
                        this::goesOn);
                end(all ? State.COPIED : State.FAILED, copying.from(), all ? null : "the server was stopped");
            } catch (NotRetained e) {
                end(State.NOT_RETAINED, e.since(), null);
            } catch (RuntimeException e) {
                LOG.warn("The backfill {} of {} failed", wanted.backfill(), wanted.tenant(), e);
                end(State.FAILED, copying.from(), e.getMessage());
            }
        }

        private boolean goesOn(BackfillCopy.Progress progress) {
            copying = new Copying(
                    State.COPYING, progress.copied(), progress.read(), progress.of(), progress.from(), null);
            return !closed;
        }

        private void end(State state, @Nullable Long from, @Nullable String problem) {
            copying = new Copying(state, copying.copied(), copying.read(), copying.of(), from, problem);
        }
    }
}
