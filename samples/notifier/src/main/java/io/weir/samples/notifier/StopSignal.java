package io.weir.samples.notifier;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** SIGTERM and Ctrl-C: asks the service to stop, and keeps the process until it has. */
final class StopSignal implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Runnable wake = () -> {};

    StopSignal() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::request, "stop"));
    }

    private void request() {
        requested.countDown();
        wake.run();
        try {
            if (!stopped.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("notifier: did not stop in time; what is under way will be repeated");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void onRequest(Runnable newWake) {
        wake = newWake;
    }

    boolean requested() {
        return requested.getCount() == 0;
    }

    /** True as soon as a stop was asked for, false when that time has passed. */
    boolean await(long millis) throws InterruptedException {
        return requested.await(millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        stopped.countDown();
    }
}
