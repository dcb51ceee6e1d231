package io.weir.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.cli.ExitCode;
import io.weir.cli.Running;
import io.weir.samples.SampleFolders;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DemoIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void demo_ruleAndModelPublishedMeanwhile_takeEffectOnTheRunningJob() throws Exception {
        int port = freePort();
        String server = "http://127.0.0.1:" + port;

        try (Running demo = Running.weir(
                "demo", "--for", "25s", "--port", Integer.toString(port), "--ui-port", "0", "--rate", "300")) {
            await().atMost(PATIENCE).until(() -> demo.ended() || demo.out().contains("version 1]"));
            Running publish =
                    Running.weir("publish", sample("try-me/crypto-watch.weir"), "--server", server, "--wait", "20s");
            await().atMost(PATIENCE).until(publish::ended);
            Running push = Running.weir(
                    "models", "push", sample("card-fraud/model-v2"), "--name", "fraud", "--server", server);
            await().atMost(PATIENCE).until(push::ended);
            await().atMost(PATIENCE).until(demo::ended);

            assertThat(publish.out())
                    .contains("+ rule crypto-purchase@1")
                    .containsPattern("live on 8 of 8 tasks after");
            assertThat(publish.exitCode()).isEqualTo(ExitCode.GOOD);
            assertThat(push.exitCode()).as(push.err()).isEqualTo(ExitCode.GOOD);
            assertThat(demo.exitCode()).as(demo.err()).isEqualTo(ExitCode.GOOD);
            assertThat(demo.out())
                    .contains("Failed-login burst", "Too warm", "Foreign high-value purchase", "Crypto purchase")
                    .contains("Model-scored fraud", "[model fraud, version 1]", "[model fraud, version 2]")
                    .contains("enriched  Model-scored fraud");
            assertThat(demo.err())
                    .containsPattern(
                            "==> epoch 3 live on 8 of 8 tasks, \\d+\\.\\d\\d s after publish: rule/crypto-purchase@1 live")
                    .containsPattern("latency .* p50 \\d+ ms, p99 \\d+ ms")
                    .containsPattern("enrichments +[1-9]\\d* ok");
        }
    }

    @Test
    void demo_portInUse_isOneClearLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Running demo = Running.weir(
                        "demo", "--for", "5s", "--port", Integer.toString(taken.getLocalPort()), "--ui-port", "0")) {
            await().atMost(PATIENCE).until(demo::ended);

            assertThat(demo.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(demo.err().lines())
                    .singleElement()
                    .asString()
                    .contains("port " + taken.getLocalPort() + " is in use");
        }
    }

    private static String sample(String path) {
        Path file = SampleFolders.story(path);
        return file.toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
