package io.weir.models.language;

import static io.weir.models.language.ScriptedEndpoint.body;
import static io.weir.models.language.ScriptedEndpoint.completion;
import static io.weir.models.language.ScriptedEndpoint.question;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class OpenAiLanguageModelTest {
    private static final Duration AMPLE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration SLACK = Duration.ofSeconds(3);
    private static final String GOOD = "{\"summary\": \"a burst\", \"action\": \"block\"}";

    private ScriptedEndpoint endpoint;
    private OpenAiLanguageModel model;

    @BeforeEach
    void start() throws IOException {
        endpoint = new ScriptedEndpoint();
        model = new OpenAiLanguageModel(endpoint.config(2));
    }

    @AfterEach
    void stop() {
        model.close();
        endpoint.close();
    }

    @Test
    void goodAnswer_isOkWithItsFieldsInOrder() throws Exception {
        endpoint.answers(GOOD, "stop");

        Answer answer = ask(AMPLE);

        assertThat(answer.status()).isEqualTo(AnswerStatus.OK);
        assertThat(answer.id()).isEqualTo("alert-1");
        assertThat(answer.fields().toString()).isEqualTo("{summary=a burst, action=block}");
        assertThat(answer.model()).isEqualTo("small-model-2026");
        assertThat(answer.tokensIn()).isEqualTo(31);
        assertThat(answer.tokensOut()).isEqualTo(7);
        assertThat(answer.reason()).isEmpty();
    }

    @Test
    void request_isHttp11WithTheKeyAndAStrictSchema() throws Exception {
        endpoint.answers(GOOD, "stop");

        ask(AMPLE);

        RecordedRequest request = endpoint.request();
        assertThat(request.getRequestLine()).isEqualTo("POST /v1/chat/completions HTTP/1.1");
        assertThat(request.getHeaders().get("Upgrade")).isNull();
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + ScriptedEndpoint.KEY);
        JsonNode body = body(request);
        assertThat(body.at("/model").textValue()).isEqualTo("small-model");
        assertThat(body.at("/messages/0/role").textValue()).isEqualTo("system");
        assertThat(body.at("/messages/1/role").textValue()).isEqualTo("user");
        assertThat(body.has("tools")).isFalse();
        JsonNode schema = body.at("/response_format/json_schema");
        assertThat(schema.at("/strict").booleanValue()).isTrue();
        assertThat(schema.at("/schema/additionalProperties").booleanValue()).isFalse();
        assertThat(schema.at("/schema/required")).hasSize(2);
        assertThat(schema.at("/schema/properties/action/enum")).hasSize(2);
    }

    @Test
    void endpointWithoutAKey_isAskedWithoutOne() throws Exception {
        endpoint.answers(GOOD, "stop");
        LanguageModelConfig keyless = new LanguageModelConfig(endpoint.config(1).baseUrl(), null, "small-model", 1);

        try (LanguageModel local = new OpenAiLanguageModel(keyless)) {
            assertThat(local.ask(question(AMPLE)).get().ok()).isTrue();
        }

        assertThat(endpoint.request().getHeaders().get("Authorization")).isNull();
    }

    @Test
    void answerThatStallsInTheBody_isATimeoutAtTheDeadline() throws Exception {
        endpoint.stallsInTheBody();

        Answer answer = ask(SHORT);

        assertThat(answer.status()).isEqualTo(AnswerStatus.TIMEOUT);
        assertThat(answer.latencyMillis())
                .isBetween(SHORT.toMillis(), SHORT.plus(SLACK).toMillis());
        assertThat(answer.reason()).isNotEmpty();
    }

    @Test
    void answerThatNeverBegins_isATimeoutAtTheDeadline() throws Exception {
        endpoint.server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());

        assertThat(ask(SHORT).status()).isEqualTo(AnswerStatus.TIMEOUT);
    }

    @Test
    void questionAfterTimeouts_asked_findsAFreeThread() throws Exception {
        IntStream.range(0, 2).forEach(i -> endpoint.stallsInTheBody());
        List<CompletableFuture<Answer>> stalled =
                IntStream.range(0, 2).mapToObj(i -> model.ask(question(SHORT))).toList();
        for (CompletableFuture<Answer> answer : stalled) {
            assertThat(within(answer, SHORT).status()).isEqualTo(AnswerStatus.TIMEOUT);
        }

        endpoint.answers(GOOD, "stop");

        assertThat(ask(AMPLE).status()).isEqualTo(AnswerStatus.OK);
    }

    @ParameterizedTest
    @CsvSource({"500, HTTP 500", "429, HTTP 429", "401, key", "404, HTTP 404", "503, HTTP 503", "302, HTTP 302"})
    void httpError_isDegradedOnceAsked(int status, String reason) throws Exception {
        endpoint.server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("Location", "/elsewhere")
                .addHeader("Retry-After", "1")
                .body("{\"error\": {\"message\": \"the request was: Judge it.\"}}")
                .build());

        Answer answer = ask(AMPLE);

        assertThat(answer.status()).isEqualTo(AnswerStatus.DEGRADED);
        assertThat(answer.reason()).contains(reason).doesNotContain("Judge");
        assertThat(endpoint.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void htmlWithStatus200_isDegraded() throws Exception {
        endpoint.server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/html")
                .body("<html>Please log in</html>")
                .build());

        assertDegraded("did not answer with JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{}", "{\"choices\": []}", "{\"choices\": 7}", "{\"choices\": [{}]}", ""})
    void jsonThatIsNoCompletion_isNotOk(String body) throws Exception {
        endpoint.server.enqueue(new MockResponse.Builder().body(body).build());

        Answer answer = ask(AMPLE);

        assertThat(answer.status()).isIn(AnswerStatus.DEGRADED, AnswerStatus.INVALID_OUTPUT);
        assertThat(answer.reason()).isNotEmpty();
    }

    @Test
    void answerCutOffAtTheTokenLimit_isInvalidEvenIfItParses() throws Exception {
        endpoint.answers(GOOD, "length");

        Answer answer = ask(AMPLE);

        assertThat(answer.status()).isEqualTo(AnswerStatus.INVALID_OUTPUT);
        assertThat(answer.reason()).contains("cut off");
        assertThat(answer.tokensOut()).isEqualTo(7);
        assertThat(answer.fields()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"summary\": \"x\"}",
                "{\"summary\": \"x\", \"action\": \"delete everything\"}",
                "{\"summary\": 7, \"action\": \"block\"}",
                "{\"summary\": \"x\", \"action\": null}",
                "[]",
                "I think you should block it.",
                "{\"summary\": \"x\", \"action\": \"block\"} {\"action\": \"ignore\"}",
                "{\"summary\": \"x\", \"action\": \"block\", \"action\": \"ignore\"}",
                "   "
            })
    void answerOfAnotherShape_isInvalidAndNotQuoted(String content) throws Exception {
        endpoint.answers(content, "stop");

        Answer answer = ask(AMPLE);

        assertThat(answer.status()).isEqualTo(AnswerStatus.INVALID_OUTPUT);
        assertThat(answer.fields()).isEmpty();
        assertThat(answer.reason()).isNotEmpty().doesNotContain("delete", "think");
    }

    @Test
    void refusal_isRefused() throws Exception {
        endpoint.server.enqueue(new MockResponse.Builder()
                .body(completion("", "stop").replace("\"content\":\"\"", "\"refusal\":\"I cannot help\""))
                .build());
        endpoint.answers(GOOD, "content_filter");

        assertThat(ask(AMPLE).status()).isEqualTo(AnswerStatus.REFUSED);
        assertThat(ask(AMPLE).status()).isEqualTo(AnswerStatus.REFUSED);
    }

    @Test
    void nobodyListening_isDegraded() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        LanguageModelConfig gone = new LanguageModelConfig("http://127.0.0.1:" + port + "/v1", null, "m", 1);

        try (LanguageModel nobody = new OpenAiLanguageModel(gone)) {
            Answer answer = within(nobody.ask(question(AMPLE)), AMPLE);

            assertThat(answer.status()).isEqualTo(AnswerStatus.DEGRADED);
            assertThat(answer.reason()).contains("cannot connect");
        }
    }

    @Test
    void connectionThatBreaksInTheBody_isDegraded() throws Exception {
        endpoint.server.enqueue(new MockResponse.Builder()
                .body(completion(GOOD, "stop"))
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());

        assertDegraded("connection");
    }

    @Test
    void hugeBody_isDegradedWithoutBeingKept() throws Exception {
        endpoint.answers("x".repeat(64 << 20), "stop");

        assertDegraded("larger than");
    }

    @Test
    void questionsBeyondTheBound_areDegradedAtOnce() throws Exception {
        IntStream.range(0, 4).forEach(i -> endpoint.stallsInTheBody());
        List<CompletableFuture<Answer>> accepted =
                IntStream.range(0, 4).mapToObj(i -> model.ask(question(AMPLE))).toList();

        CompletableFuture<Answer> fifth = model.ask(question(AMPLE));

        assertThat(fifth).isCompleted();
        assertThat(fifth.join().status()).isEqualTo(AnswerStatus.DEGRADED);
        assertThat(fifth.join().reason()).contains("too many");
        endpoint.request();
        endpoint.request();
        assertThat(endpoint.server.getRequestCount()).isEqualTo(2);
        assertThat(accepted).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void questionStillWaitingAtItsDeadline_isATimeoutAndNeverAsked() throws Exception {
        IntStream.range(0, 2).forEach(i -> endpoint.stallsInTheBody());
        IntStream.range(0, 2).forEach(i -> model.ask(question(AMPLE)));
        endpoint.request();
        endpoint.request();

        assertThat(ask(SHORT).status()).isEqualTo(AnswerStatus.TIMEOUT);

        assertThat(endpoint.server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void close_withCallsRunningAndWaiting_degradesThemAndLaterOnes() throws Exception {
        IntStream.range(0, 4).forEach(i -> endpoint.stallsInTheBody());
        List<CompletableFuture<Answer>> open =
                IntStream.range(0, 4).mapToObj(i -> model.ask(question(AMPLE))).toList();
        endpoint.request();

        model.close();

        for (CompletableFuture<Answer> answer : open) {
            assertThat(within(answer, SLACK).status()).isEqualTo(AnswerStatus.DEGRADED);
        }
        Answer later = ask(AMPLE);
        assertThat(later.status()).isEqualTo(AnswerStatus.DEGRADED);
        assertThat(later.reason()).contains("closed");
    }

    @Test
    void config_printed_hidesTheKey() {
        assertThat(endpoint.config(1).toString()).contains("small-model").doesNotContain(ScriptedEndpoint.KEY);
    }

    private void assertDegraded(String reason) throws Exception {
        Answer answer = ask(AMPLE);

        assertThat(answer.status()).isEqualTo(AnswerStatus.DEGRADED);
        assertThat(answer.reason()).contains(reason);
    }

    private Answer ask(Duration deadline) throws Exception {
        return within(model.ask(question(deadline)), deadline);
    }

    private static Answer within(CompletableFuture<Answer> answer, Duration deadline) throws Exception {
        return answer.get(deadline.plus(SLACK).toMillis(), TimeUnit.MILLISECONDS);
    }
}
