package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteCommandsTest {

    private static final String PUBLISHED = """
            {"tenant": "default", "epoch": 3, "changed": true, "millis": 412, "applied": {"tasks": 4, "of": 4},
             "changes": [{"kind": "rule", "name": "new-one", "revision": 1, "state": "live"},
                         {"kind": "rule", "name": "old-one", "revision": 2, "state": "live", "was": {"revision": 1}}],
             "rendered": ""}
            """;

    @TempDir
    Path folder;

    @Test
    void publish_applied_saysWhereAndAfterHowLong() throws IOException {
        Path pack = Files.writeString(folder.resolve("pack.weir"), "rule \"New one\" …");

        try (ScriptedServer server = new ScriptedServer(201, PUBLISHED)) {
            Ran ran = Ran.weir("publish", folder.toString(), "--server", server.url(), "--why", "a try");

            assertThat(ran.out()).isEqualTo("""
                    + rule new-one@1
                    ~ rule old-one@2
                    epoch 3 live on 4 of 4 tasks after 0.41 s
                    """);
            assertThat(ran.exitCode()).isEqualTo(ExitCode.GOOD);
            assertThat(server.asked).containsExactly("POST /api/v1/releases?wait=5s");
            assertThat(server.bodies.get(0)).contains("\"why\":\"a try\"", pack.toString(), "rule \\\"New one\\\"");
        }
    }

    @Test
    void publish_notAppliedInTime_saysSoAndFailsIfToldToWait() throws IOException {
        Files.writeString(folder.resolve("pack.weir"), "");
        String answer = PUBLISHED.replace("\"tasks\": 4", "\"tasks\": 1");

        try (ScriptedServer server = new ScriptedServer(201, answer)) {
            Ran patient = Ran.weir("publish", folder.toString(), "--server", server.url(), "--wait", "2s");
            Ran other = Ran.weir("publish", folder.toString(), "--server", server.url());

            assertThat(patient.out()).contains("epoch 3 is published, but applied on 1 of 4 tasks so far");
            assertThat(patient.exitCode()).isEqualTo(ExitCode.SERVER);
            assertThat(other.exitCode()).isEqualTo(ExitCode.GOOD);
        }
    }

    @Test
    void publish_wrongRules_showsTheDiagnosticsAndBlamesTheRules() throws IOException {
        Files.writeString(folder.resolve("pack.weir"), "");
        String problem = """
                {"status": 422, "code": "rules-invalid", "detail": "2 mistakes", "rendered": "pack.weir:1:1: error E203: …"}
                """;

        try (ScriptedServer server = new ScriptedServer(422, problem)) {
            Ran ran = Ran.weir("publish", folder.toString(), "--server", server.url());

            assertThat(ran.exitCode()).isEqualTo(ExitCode.PROBLEMS);
            assertThat(ran.err()).contains("2 mistakes", "pack.weir:1:1: error E203");
            assertThat(ran.out()).isEmpty();
        }
    }

    @Test
    void publish_enginesSilent_blamesTheServer() throws IOException {
        Files.writeString(folder.resolve("pack.weir"), "");
        String problem = """
                {"status": 409, "code": "not-confirmed", "detail": "Not all tasks answered", "missing": ["main/route/1"]}
                """;

        try (ScriptedServer server = new ScriptedServer(409, problem)) {
            Ran ran = Ran.weir("publish", folder.toString(), "--server", server.url());

            assertThat(ran.exitCode()).isEqualTo(ExitCode.SERVER);
            assertThat(ran.err()).contains("Not all tasks answered", "no answer from main/route/1");
        }
    }

    @Test
    void publish_missingFolder_isWrongUsage() {
        Ran ran = Ran.weir("publish", folder.resolve("nowhere").toString());

        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("no such file or folder");
    }

    @Test
    void status_serverAway_isOneClearLine() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        Ran ran = Ran.weir("status", "--server", "http://127.0.0.1:" + free);

        assertThat(ran.exitCode()).isEqualTo(ExitCode.SERVER);
        assertThat(ran.err()).startsWith("weir: no weir server answers at http://127.0.0.1:" + free);
        assertThat(ran.err().lines()).hasSize(1);
    }

    @Test
    void status_someOtherServer_isSaid() throws IOException {
        try (ScriptedServer server = new ScriptedServer(200, "<html>")) {
            Ran ran = Ran.weir("status", "--server", server.url());

            assertThat(ran.exitCode()).isEqualTo(ExitCode.SERVER);
            assertThat(ran.err()).contains("not as a weir server does");
        }
    }

    @Test
    void rules_listed_areATable() throws IOException {
        String answer = """
                {"epoch": 2, "rules": [{"name": "too-warm", "title": "Too warm", "revision": 1, "state": "live",
                 "severity": "high", "status": {"hits": 12, "errors": 0}}]}
                """;

        try (ScriptedServer server = new ScriptedServer(200, answer)) {
            Ran ran = Ran.weir("rules", "--server", server.url());

            assertThat(ran.out()).isEqualTo("""
                    NAME      REVISION  STATE  SEVERITY  HITS  ERRORS  RULE
                    too-warm  1         live   high      12    0       Too warm
                    """);
        }
    }

    @Test
    void alerts_streamed_areOneLineEach() throws IOException {
        String stream = """
                id: 1
                event: alert
                data: {"rule": "Too warm", "severity": "high", "time": "2026-01-01T12:00:01.250Z", "text": "t is 9", \
                "suppressed": 2, "model": {"name": "fraud", "version": 3, "score": 0.97}}

                """;

        try (ScriptedServer server = new ScriptedServer(200, stream)) {
            Ran ran = Ran.weir("alerts", "tail", "--server", server.url(), "--rule", "Too warm");

            assertThat(ran.out())
                    .isEqualTo(
                            "12:00:01.250  high      Too warm: t is 9 [model fraud, version 3] [2 more held back]\n");
            assertThat(ran.exitCode()).isEqualTo(ExitCode.SERVER);
            assertThat(server.asked).containsExactly("GET /api/v1/alerts?rule=Too%20warm");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF ann \n\n\"bob\"\r\n#cat", " [\"ann\", \"\\\"bob\\\"\", \"#cat\"]"})
    void listsPut_ofLinesOrJson_sendsTheEntries(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("entries"), text);
        String answer = "{\"changed\":true,\"epoch\":3,\"changes\":[{\"kind\":\"entries\",\"name\":\"watched\","
                + "\"revision\":1,\"state\":\"live\"}],\"applied\":{\"tasks\":2,\"of\":2}}";

        try (ScriptedServer server = new ScriptedServer(201, answer)) {
            Ran ran = Ran.weir("lists", "put", "@watched", file.toString(), "--server", server.url());

            assertThat(ran.out()).isEqualTo("+ entries watched@1\nepoch 3 live on 2 of 2 tasks\n");
            assertThat(server.asked).containsExactly("PUT /api/v1/lists/watched?wait=5s&why=");
            assertThat(server.bodies.get(0).replace(" ", "")).isEqualTo("[\"ann\",\"\\\"bob\\\"\",\"#cat\"]");
        }
    }

    @Test
    void listsPut_ofEntriesThatDoNotFit_saysWhich() throws IOException {
        Path file = Files.writeString(folder.resolve("entries"), "x");
        String answer = "{\"code\":\"list-invalid\",\"detail\":\"The entries do not fit list @primes of int\","
                + "\"problems\":[{\"code\":\"entry\",\"message\":\"entry 1: \\\"x\\\" is no int\"}]}";

        try (ScriptedServer server = new ScriptedServer(422, answer)) {
            Ran ran = Ran.weir("lists", "put", "primes", file.toString(), "--server", server.url());

            assertThat(ran.exitCode()).isEqualTo(ExitCode.PROBLEMS);
            assertThat(ran.err()).contains("do not fit list @primes of int", "entry 1: \"x\" is no int");
        }
        assertThat(Ran.weir("lists", "put", "primes", folder.resolve("nowhere").toString())
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void modelsPush_missingDirectory_isWrongUsage() {
        Ran ran = Ran.weir("models", "push", folder.resolve("nowhere").toString(), "--name", "fraud");

        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("no such directory");
    }
}
