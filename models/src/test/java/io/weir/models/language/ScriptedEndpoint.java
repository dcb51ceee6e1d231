package io.weir.models.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;

/** An OpenAI-compatible endpoint that answers what it was told to, and a question to put to it. */
final class ScriptedEndpoint implements AutoCloseable {
    static final String KEY = "sk-very-secret";
    private static final ObjectMapper JSON = new ObjectMapper();

    final MockWebServer server = new MockWebServer();

    ScriptedEndpoint() throws IOException {
        server.start();
    }

    LanguageModelConfig config(int maxConcurrent) {
        return new LanguageModelConfig(server.url("/v1").toString(), KEY, "small-model", maxConcurrent);
    }

    void answers(String content, String finishReason) {
        server.enqueue(new MockResponse.Builder()
                .body(completion(content, finishReason))
                .build());
    }

    void stallsInTheBody() {
        server.enqueue(new MockResponse.Builder()
                .body(completion("{\"summary\": \"late\", \"action\": \"block\"}", "stop"))
                .onResponseBody(SocketEffect.Stall.INSTANCE)
                .build());
    }

    RecordedRequest request() throws InterruptedException {
        @Nullable RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("nothing was asked");
        }
        return request;
    }

    static JsonNode body(RecordedRequest request) throws IOException {
        return JSON.readTree(request.getBody().utf8());
    }

    static Question question(Duration deadline) {
        OutputSchema output = OutputSchema.of(
                OutputField.of("summary", OutputType.TEXT), OutputField.oneOf("action", List.of("ignore", "block")));
        return new Question("alert-1", new Prompt("Judge it.", "{\"data\":{}}"), output, deadline);
    }

    static String completion(String content, String finishReason) {
        ObjectNode root = JSON.createObjectNode().put("id", "c1").put("model", "small-model-2026");
        ObjectNode choice = root.putArray("choices").addObject().put("index", 0).put("finish_reason", finishReason);
        choice.putObject("message").put("role", "assistant").put("content", content);
        root.putObject("usage")
                .put("prompt_tokens", 31)
                .put("completion_tokens", 7)
                .put("total_tokens", 38);
        return root.toString();
    }

    @Override
    public void close() {
        server.close();
    }
}
