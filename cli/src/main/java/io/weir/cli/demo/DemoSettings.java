package io.weir.cli.demo;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the demo runs.
 *
 * @param duration null: until Ctrl-C
 * @param port of the admin API; 0 for any free one
 * @param uiPort of Flink's web UI; 0 for any free one
 * @param rate events a second
 */
record DemoSettings(@Nullable Duration duration, int port, int uiPort, int rate) {

    static final int DEFAULT_PORT = 8180;
}
