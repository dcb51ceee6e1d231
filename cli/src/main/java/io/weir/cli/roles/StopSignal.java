package io.weir.cli.roles;

import io.weir.cli.CommandFailure;
import io.weir.cli.LogFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Ctrl-C and its like. The first asks what runs to end, in its own order: a shutdown hook would run beside all others, and the
 * broker would be gone before its clients. The second ends the process at once.
 */
public final class StopSignal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StopSignal.class);
    private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");
    private static final int INTERRUPTED = 130;

    private final CountDownLatch stop = new CountDownLatch(1);
    private final Map<Signal, SignalHandler> before = new HashMap<>();

    public StopSignal() {
        for (String name : SIGNALS) {
            Signal signal = new Signal(name);
            before.put(signal, Signal.handle(signal, this::received));
        }
    }

    private void received(Signal signal) {
        if (stop.getCount() == 0) {
            System.exit(INTERRUPTED);
        }
        LOG.info("SIG{}: ending", signal.getName());
        stop.countDown();
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

    /** From here on signals do what they did before. */
    @Override
    public void close() {
        before.forEach(Signal::handle);
    }
}
