package io.weir.models.language;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.util.concurrent.CompletableFuture;

/** A model behind an OpenAI-compatible endpoint (OpenAI, vLLM, Ollama, LM Studio …), through langchain4j. */
public final class OpenAiLanguageModel implements LanguageModel {
    private final ChatModel chat;
    private final DeadlineCalls calls;
    private final AnswerReader reader;

    public OpenAiLanguageModel(LanguageModelConfig config) {
        chat = OpenAiChatModel.builder()
                .httpClientBuilder(new EndpointClientBuilder())
                .baseUrl(config.baseUrl())
                .apiKey(config.apiKey())
                .modelName(config.modelName())
                .strictJsonSchema(true)
                // Retrying here would sleep on our few threads, blind to Retry-After and to the deadline.
                .maxRetries(0)
                .build();
        calls = new DeadlineCalls("weir-language-model", config.maxConcurrent());
        reader = new AnswerReader(config.modelName());
    }

    @Override
    public CompletableFuture<Answer> ask(Question question) {
        long started = System.nanoTime();
        return calls.run(() -> reader.read(question, chat.chat(request(question)), started), question.deadline())
                .exceptionally(failure -> reader.failed(question, failure, started));
    }

    @Override
    public void close() {
        calls.close();
    }

    private static ChatRequest request(Question question) {
        return ChatRequest.builder()
                .messages(
                        SystemMessage.from(question.prompt().system()),
                        UserMessage.from(question.prompt().user()))
                .responseFormat(ResponseFormat.builder()
                        .type(ResponseFormatType.JSON)
                        .jsonSchema(question.output().toJsonSchema())
                        .build())
                .build();
    }
}
