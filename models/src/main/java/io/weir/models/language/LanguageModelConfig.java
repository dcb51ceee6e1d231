package io.weir.models.language;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the model is and how hard it may be pressed.
 *
 * @param baseUrl of an OpenAI-compatible API, such as {@code http://localhost:11434/v1}
 * @param apiKey a secret: never printed; null for endpoints without one
 * @param maxConcurrent calls at the same time; as many again may wait, more are answered DEGRADED at once
 */
public record LanguageModelConfig(String baseUrl, @Nullable String apiKey, String modelName, int maxConcurrent) {

    public LanguageModelConfig {
        String scheme = URI.create(baseUrl).getScheme();
        if (!"http".equals(scheme) && !"https".equals(scheme)) {
            throw new IllegalArgumentException("the language model's URL must begin with http:// or https://");
        }
        if (modelName.isBlank() || maxConcurrent < 1) {
            throw new IllegalArgumentException("a language model needs a name and room for at least one call");
        }
    }

    @Override
    public String toString() {
        return "LanguageModelConfig[" + modelName + " at " + baseUrl + ", at most " + maxConcurrent + " at once]";
    }
}
