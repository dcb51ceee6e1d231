package io.weir.cli.roles;

import io.weir.cli.CommandFailure;
import io.weir.cli.LogFile;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ctrl-C and its like: the process waits, for a while, until what runs has ended. */
public final class StopSignal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StopSignal.class);
    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);

    public StopSignal() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndWait, "weir-stop"));
    }

    private void stopAndWait() {
        stop.countDown();
        try {
            finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** True once the process was told to stop, which it waits for at most so long. */
    public boolean await(long millis) throws InterruptedException {
        return stop.await(millis, TimeUnit.MILLISECONDS);
    }

    /** Until the process is told to stop; fails where a job ends before. */
    public void await(LocalFlink flink) throws InterruptedException {
        while (!await(1_000)) {
            requireRunning(flink);
        }
    }

    public static void requireRunning(LocalFlink flink) {
        if (flink.restarting()) {
            LOG.warn("a Flink job has failed and starts again; the log has the reason: {}", LogFile.path());
        }
        Optional<String> failure = flink.failure();
        if (failure.isPresent()) {
            throw CommandFailure.server(failure.get() + "; the log has the details: " + LogFile.path());
        }
    }

    /** All has ended: the process may. */
    @Override
    public void close() {
        finished.countDown();
    }
}
