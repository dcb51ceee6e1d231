package io.weir.cli.backtest;

import io.weir.cli.Console;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far the files have been read: a bar on a terminal, else a line every few seconds. */
final class ProgressLine implements AutoCloseable {

    private static final int BAR_MILLIS = 200;
    private static final int LINE_MILLIS = 5_000;

    private final Console console;
    private final Progress progress;
    private final long bytes;
    private final ScheduledExecutorService clock;
    private final @Nullable ProgressBar bar;

    ProgressLine(Console console, Progress progress, long bytes) {
        this.console = console;
        this.progress = progress;
        this.bytes = bytes;
        this.bar = console.errTerminal() ? bar(console, bytes) : null;
        this.clock = Executors.newSingleThreadScheduledExecutor(ProgressLine::daemon);
        int millis = bar == null ? LINE_MILLIS : BAR_MILLIS;
        clock.scheduleAtFixedRate(this::show, millis, millis, TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "backtest-progress");
        thread.setDaemon(true);
        return thread;
    }

    private static ProgressBar bar(Console console, long bytes) {
        return new ProgressBarBuilder()
                .setTaskName("reading")
                .setInitialMax(bytes)
                .setUnit(" MB", 1_000_000)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new DelegatingProgressBarConsumer(
                        line -> {
                            console.err().print("\r" + line);
                            console.err().flush();
                        },
                        78))
                .build();
    }

    private void show() {
        if (bar != null) {
            bar.stepTo(progress.bytes());
        } else {
            console.say(String.format(
                    Locale.ROOT,
                    "read %,d events, %d %% of the files",
                    progress.events(),
                    bytes == 0 ? 100 : progress.bytes() * 100 / bytes));
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        if (bar != null) {
            bar.stepTo(progress.bytes());
            bar.close();
            console.say("");
        }
    }
}
