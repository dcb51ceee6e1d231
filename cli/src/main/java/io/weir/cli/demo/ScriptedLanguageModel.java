package io.weir.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An OpenAI-compatible endpoint without a model behind it: fills the fields that the request's JSON schema asks for, texts with a
 * canned sentence, choices in turn.
 */
final class ScriptedLanguageModel implements AutoCloseable {

    static final String MODEL = "scripted-demo-model";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final AtomicLong asked = new AtomicLong();

    private ScriptedLanguageModel(HttpServer server) {
        this.server = server;
    }

    static ScriptedLanguageModel start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ScriptedLanguageModel model = new ScriptedLanguageModel(server);
        server.createContext("/v1/chat/completions", model::complete);
        server.setExecutor(model.threads);
        server.start();
        return model;
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    private void complete(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = JSON.readTree(exchange.getRequestBody());
            byte[] answer = JSON.writeValueAsBytes(completion(content(request, asked.getAndIncrement())));
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static ObjectNode content(JsonNode request, long turn) {
        ObjectNode content = JSON.createObjectNode();
        request.at("/response_format/json_schema/schema/properties")
                .fields()
                .forEachRemaining(field -> fill(content, field.getKey(), field.getValue(), turn));
        return content;
    }

    private static void fill(ObjectNode content, String name, JsonNode schema, long turn) {
        JsonNode choices = schema.path("enum");
        if (!choices.isEmpty()) {
            content.set(name, choices.get((int) (turn % choices.size())));
            return;
        }
        switch (schema.path("type").asText()) {
            case "integer", "number" -> content.put(name, 1);
            case "boolean" -> content.put(name, true);
            default -> content.put(name, "A scripted answer: several small payments, then a large one.");
        }
    }

    private static ObjectNode completion(ObjectNode content) {
        ObjectNode completion = JSON.createObjectNode()
                .put("id", "scripted")
                .put("object", "chat.completion")
                .put("created", 0)
                .put("model", MODEL);
        ObjectNode choice = completion.putArray("choices").addObject();
        choice.put("index", 0).put("finish_reason", "stop");
        choice.putObject("message").put("role", "assistant").put("content", content.toString());
        int tokens = content.toString().getBytes(StandardCharsets.UTF_8).length / 4;
        completion
                .putObject("usage")
                .put("prompt_tokens", 100)
                .put("completion_tokens", tokens)
                .put("total_tokens", 100 + tokens);
        return completion;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
