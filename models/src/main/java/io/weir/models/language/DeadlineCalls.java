package io.weir.models.language;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Runs blocking calls on a few daemon threads, each under its own deadline. A call that misses it is interrupted, a
 * call for which there is no room is refused at once: the future always completes.
 */
final class DeadlineCalls implements AutoCloseable {
    private static final int IDLE_SECONDS = 30;

    private final ThreadPoolExecutor workers;
    private final ScheduledThreadPoolExecutor alarms;

    DeadlineCalls(String name, int maxConcurrent) {
        workers = new ThreadPoolExecutor(
                maxConcurrent,
                maxConcurrent,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(maxConcurrent),
                daemons(name));
        workers.allowCoreThreadTimeOut(true);
        alarms = new ScheduledThreadPoolExecutor(1, daemons(name + "-deadline"));
        alarms.setRemoveOnCancelPolicy(true);
    }

    /**
     * Fails with {@link TimeoutException} at the deadline, {@link RejectedExecutionException} without room, {@link
     * CancellationException} after close, else as the call does.
     */
    <T> CompletableFuture<T> run(Callable<T> work, Duration deadline) {
        Call<T> call = new Call<>(work);
        try {
            call.alarm = alarms.schedule(() -> expire(call), deadline.toNanos(), TimeUnit.NANOSECONDS);
            workers.execute(call);
        } catch (RejectedExecutionException e) {
            call.fail(workers.isShutdown() ? new CancellationException() : e);
        }
        return call.result;
    }

    @Override
    public void close() {
        alarms.shutdownNow();
        workers.shutdownNow().forEach(waiting -> ((Call<?>) waiting).cancel(true));
    }

    private void expire(Call<?> call) {
        call.fail(new TimeoutException());
        workers.remove(call);
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            // The thread may outlive the class loader of whoever asks first.
            thread.setContextClassLoader(DeadlineCalls.class.getClassLoader());
            return thread;
        };
    }

    private static final class Call<T> extends FutureTask<T> {
        private final CompletableFuture<T> result = new CompletableFuture<>();
        private volatile @Nullable Future<?> alarm;

        Call(Callable<T> work) {
            super(work);
        }

        void fail(Exception reason) {
            // First the result, so that it names the reason and not the interrupt.
            result.completeExceptionally(reason);
            cancel(true);
        }

        @Override
        protected void done() {
            Future<?> pending = alarm;
            if (pending != null) {
                pending.cancel(false);
            }
            try {
                result.complete(get());
            } catch (ExecutionException e) {
                result.completeExceptionally(e.getCause() == null ? e : e.getCause());
            } catch (CancellationException | InterruptedException e) {
                result.completeExceptionally(e);
            }
        }
    }
}
