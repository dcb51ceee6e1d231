package io.weir.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class ScriptedLanguageModelTest {

    private static final String QUESTION = """
            {"model": "any", "messages": [], "response_format": {"type": "json_schema", "json_schema": {"schema": {
              "type": "object", "properties": {
                "summary": {"type": "string"}, "action": {"enum": ["ignore", "review"]}, "sure": {"type": "boolean"}}}}}}
            """;

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void question_withASchema_isAnsweredInItsShape() throws Exception {
        try (ScriptedLanguageModel model = ScriptedLanguageModel.start()) {
            JsonNode first = ask(model);
            JsonNode second = ask(model);

            assertThat(first.path("summary").asText()).contains("scripted");
            assertThat(first.path("action").asText()).isEqualTo("ignore");
            assertThat(second.path("action").asText()).isEqualTo("review");
            assertThat(second.path("sure").asBoolean()).isTrue();
        }
    }

    private JsonNode ask(ScriptedLanguageModel model) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(model.baseUrl() + "/chat/completions"))
                .POST(HttpRequest.BodyPublishers.ofString(QUESTION))
                .build();
        String answer = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        return json.readTree(
                json.readTree(answer).at("/choices/0/message/content").asText());
    }
}
