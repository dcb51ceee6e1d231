package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarmPublishTest {

    /** The same for all that is asked. */
    private static final String ANSWER = """
            {"tenant": "default", "epoch": 3, "changed": true, "applied": {"tasks": 4, "of": 4}, "rendered": "",
             "changes": [{"kind": "rule", "name": "new-one", "revision": 1, "state": "shadow"}],
             "backfill": 3, "phase": "ready", "rules": ["new-one"], "startsAnew": ["rule \\"New one\\": its sequence"],
             "countsFrom": "2026-01-08T00:00:00.000Z", "needsFrom": "2026-01-01T00:00:00.000Z",
             "completeFrom": "2026-01-03T00:00:00.000Z", "copied": 5, "read": 9, "of": 9, "missing": []}
            """;

    @TempDir
    Path folder;

    @Test
    void publishWarm_windowsFull_makesTheRulesLive_andSaysWhatStartsAnew() throws IOException {
        try (ScriptedServer server = new ScriptedServer(200, ANSWER)) {
            Ran ran = publish(server, "--warm", "--why", "a try");

            assertThat(ran.exitCode()).isEqualTo(ExitCode.GOOD);
            assertThat(ran.err())
                    .contains("in shadow until the windows are full: new-one (Ctrl-C leaves them there")
                    .contains("starts anew: rule \"New one\": its sequence")
                    .contains("windows are filled from 2026-01-03T00:00:00.000Z on");
            assertThat(server.asked)
                    .containsExactly(
                            "POST /api/v1/releases?wait=5s",
                            "POST /api/v1/warm-starts",
                            "POST /api/v1/releases?wait=5s");
            assertThat(server.bodies.get(0)).contains("\"warm\":true");
            assertThat(server.bodies.get(1)).contains("\"backfill\":3", "\"partial\":false", "\"again\":true");
            assertThat(server.bodies.get(2)).contains("\"resume\":[\"new-one\"]", "\"why\":\"a try\"");
        }
    }

    @Test
    void publishWarm_historyTooShort_leavesTheRulesInShadow_andSaysSinceWhenItIs() throws IOException {
        try (ScriptedServer server = new ScriptedServer(200, ANSWER.replace("ready", "not_retained"))) {
            Ran ran = publish(server, "--warm");

            assertThat(ran.exitCode()).isEqualTo(ExitCode.SERVER);
            assertThat(ran.err())
                    .contains("history reaches back to 2026-01-03T00:00:00.000Z")
                    .contains("the windows need it from 2026-01-01T00:00:00.000Z")
                    .contains("--partial");
            assertThat(server.asked).hasSize(2);
        }
    }

    @Test
    void publishWarm_copyFailed_saysHowToGoOn() throws IOException {
        String failed = ANSWER.replace("ready", "failed").replace("\"copied\"", "\"problem\": \"no disk\", \"copied\"");

        try (ScriptedServer server = new ScriptedServer(200, failed)) {
            Ran ran = publish(server, "--warm", "--partial");

            assertThat(ran.exitCode()).isEqualTo(ExitCode.SERVER);
            assertThat(ran.err()).contains("no disk", "the same command goes on");
            assertThat(server.bodies.get(1)).contains("\"partial\":true");
        }
    }

    @Test
    void publish_withoutWarm_takesNoWarmStartOn() throws IOException {
        try (ScriptedServer server = new ScriptedServer(200, ANSWER)) {
            Ran ran = publish(server);

            assertThat(ran.exitCode()).isEqualTo(ExitCode.GOOD);
            assertThat(server.asked).hasSize(1);
            assertThat(server.bodies.get(0)).doesNotContain("warm");
        }
    }

    @Test
    void partial_withoutWarm_isWrongUsage() throws IOException {
        try (ScriptedServer server = new ScriptedServer(200, ANSWER)) {
            assertThat(publish(server, "--partial").exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(server.asked).isEmpty();
        }
    }

    private Ran publish(ScriptedServer server, String... options) throws IOException {
        Path pack = Files.writeString(folder.resolve("pack.weir"), "rule \"New one\" …");
        String[] all = new String[options.length + 4];
        all[0] = "publish";
        all[1] = pack.toString();
        all[2] = "--server";
        all[3] = server.url();
        System.arraycopy(options, 0, all, 4, options.length);
        return Ran.weir(all);
    }
}
