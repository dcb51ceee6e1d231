package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginTest {

    private static final String PROPERTY = "weir.contexts";
    private static final String ME = "{\"name\": \"key:ada\", \"roles\": [\"analyst\"], \"rules\": [], \"epoch\": 3}";

    @TempDir
    Path folder;

    private final InputStream stdin = System.in;
    private String before = "";

    @BeforeEach
    void useAFileOfItsOwn() {
        before = System.getProperty(PROPERTY, "");
        System.setProperty(PROPERTY, file().toString());
    }

    @AfterEach
    void putBack() {
        System.setIn(stdin);
        System.setProperty(PROPERTY, before);
    }

    private Path file() {
        return folder.resolve("config").resolve("contexts.json");
    }

    private static Ran login(String key, String... more) {
        System.setIn(new ByteArrayInputStream(key.getBytes(StandardCharsets.UTF_8)));
        String[] arguments = new String[more.length + 1];
        arguments[0] = "login";
        System.arraycopy(more, 0, arguments, 1, more.length);
        return Ran.weir(arguments);
    }

    @Test
    void commandsAfterALogin_findServerKeyAndTenant() throws IOException {
        try (ScriptedServer server = new ScriptedServer(200, ME)) {
            Ran ran = login("weir_abc_secret\n", server.url() + "/", "--name", "prod", "--tenant", "acme");
            Ran.weir("rules");

            assertThat(ran.err()).contains("logged in to " + server.url() + " as key:ada (analyst), context prod");
            assertThat(ran.out() + ran.err()).doesNotContain("secret");
            assertThat(server.asked).containsExactly("GET /api/v1/me?tenant=acme", "GET /api/v1/rules?tenant=acme");
            assertThat(server.credentials).containsOnly("Bearer weir_abc_secret");
        }
    }

    @Test
    void file_withTheKeys_isItsOwnersAlone() throws IOException {
        try (ScriptedServer server = new ScriptedServer(200, ME)) {
            login("weir_abc_secret", server.url());
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void key_thatTheServerRefuses_isNotKept() throws IOException {
        String problem = "{\"code\": \"unauthenticated\", \"detail\": \"The key is unknown, expired or revoked\"}";
        try (ScriptedServer server = new ScriptedServer(401, problem)) {
            Ran ran = login("weir_abc_wrong", server.url());

            assertThat(ran.exitCode()).isEqualTo(ExitCode.SERVER);
            assertThat(ran.err()).contains("unknown, expired or revoked");
            assertThat(file()).doesNotExist();
        }
    }

    @Test
    void key_ofOneServer_isNotSentToAnother() throws IOException {
        try (ScriptedServer mine = new ScriptedServer(200, ME);
                ScriptedServer other = new ScriptedServer(200, ME)) {
            login("weir_abc_secret", mine.url());

            Ran.weir("rules", "--server", other.url());

            assertThat(other.credentials).containsExactly("");
        }
    }

    @Test
    void contexts_areListedChosenAndForgotten() throws IOException {
        try (ScriptedServer one = new ScriptedServer(200, ME);
                ScriptedServer two = new ScriptedServer(200, ME)) {
            login("weir_abc_first", one.url(), "--name", "one");
            login("weir_abc_second", two.url(), "--name", "two");
            assertThat(Ran.weir("contexts").out()).contains("*  two", one.url()).doesNotContain("first", "second");

            Ran.weir("contexts", "use", "one");
            Ran.weir("rules");
            assertThat(one.credentials).containsExactly("Bearer weir_abc_first", "Bearer weir_abc_first");

            assertThat(Ran.weir("contexts", "remove", "one").exitCode()).isEqualTo(ExitCode.GOOD);
            assertThat(Ran.weir("contexts").out()).doesNotContain("one");
            assertThat(Ran.weir("rules", "--context", "one").err()).contains("no context is named 'one', only two");
        }
    }

    @Test
    void login_withoutAKey_saysWhereOneComesFrom() {
        Ran ran = login("", "http://127.0.0.1:1");

        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("no key was given");
    }

    @Test
    void keysCreate_printsTheKeyAloneToStdout() throws IOException {
        String given = "{\"id\": \"abc\", \"name\": \"ci\", \"roles\": [\"analyst\"], \"key\": \"weir_abc_secret\"}";
        try (ScriptedServer server = new ScriptedServer(201, given)) {
            Ran ran = Ran.weir("keys", "create", "ci", "--role", "analyst,viewer", "--server", server.url());

            assertThat(ran.out()).isEqualTo("weir_abc_secret\n");
            assertThat(ran.err()).contains("key abc of ci (analyst)").doesNotContain("secret");
            assertThat(server.asked).containsExactly("POST /api/v1/keys");
            assertThat(server.bodies.get(0)).isEqualTo("{\"name\":\"ci\",\"roles\":[\"analyst\",\"viewer\"]}");
        }
    }
}
