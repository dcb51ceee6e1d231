package io.weir.cli.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as an editor starts it: a process, and frames on its stdin and stdout. */
@Timeout(120)
class LspProcessTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Process process;

    @BeforeEach
    void starts() throws IOException {
        Files.writeString(folder.resolve("a.weir"), "event Payment { at: timestamp } time at\n");
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Dweir.log.file=" + folder.resolve("lsp.log"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.weir.cli.Weir",
                        "lsp",
                        "--stdio")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @AfterEach
    void ends() {
        process.destroyForcibly();
    }

    @Test
    void process_spokenTo_answersInFramesAlone_andEndsWithGood() throws Exception {
        send("{'id':1,'method':'initialize','params':{'capabilities':{},'workspaceFolders':[{'name':'f','uri':'"
                + folder.toUri() + "'}]}}");
        JsonNode initialized = answer(1);
        send("{'method':'initialized','params':{}}");
        send("{'method':'textDocument/didOpen','params':{'textDocument':{'languageId':'weir','version':1,'uri':'"
                + folder.resolve("b.weir").toUri()
                + "','text':'rule \\'r\\' on Paymant when true then alert \\'\u00fc\\''}}}".replace("\\'", "\\\""));
        JsonNode published = message("textDocument/publishDiagnostics");
        send("{'id':2,'method':'shutdown'}");
        answer(2);
        send("{'method':'exit'}");

        assertThat(initialized.at("/result/serverInfo/name").asText()).isEqualTo("weir");
        assertThat(initialized
                        .at("/result/capabilities/textDocumentSync/change")
                        .asInt())
                .isEqualTo(2);
        assertThat(published.at("/params/diagnostics/0/code").asText()).isEqualTo("E201");
        assertThat(published.at("/params/diagnostics/0/range/start/character").asInt())
                .isEqualTo(12);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(process.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void process_whoseEditorIsGone_endsByItself() throws Exception {
        send("{'id':1,'method':'initialize','params':{'capabilities':{}}}");
        answer(1);

        process.getOutputStream().close();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
    }

    private void send(String message) throws IOException {
        String json = "{\"jsonrpc\":\"2.0\"," + message.substring(1).replace('\'', '"');
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        OutputStream out = process.getOutputStream();
        out.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }

    private JsonNode answer(int id) throws IOException {
        JsonNode next = read();
        while (next.path("id").asInt() != id) {
            next = read();
        }
        return next;
    }

    private JsonNode message(String method) throws IOException {
        JsonNode next = read();
        while (!next.path("method").asText().equals(method)) {
            next = read();
        }
        return next;
    }

    // Anything but a frame is an error: it would break an editor too.
    private JsonNode read() throws IOException {
        DataInputStream in = new DataInputStream(process.getInputStream());
        int length = -1;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            assertThat(line).matches("Content-(Length: \\d+|Type: .*)");
            length = line.startsWith("Content-Length: ") ? Integer.parseInt(line.substring(16)) : length;
        }
        byte[] body = new byte[length];
        in.readFully(body);
        return JSON.readTree(body);
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The server said no more than: " + line);
            } else if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
