package io.weir.models.flinkml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.models.Excerpt;
import io.weir.models.ModelPackage;
import io.weir.models.ModelProblem;
import io.weir.models.ModelProblemCode;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The file {@code metadata} of a model directory: JSON with className, paramMap and timestamp; {@code #} comments. */
final class Metadata {
    static final String FILE = "metadata";
    static final String CLASS_NAME = "className";
    static final String PARAM_MAP = "paramMap";
    static final String TIMESTAMP = "timestamp";

    static final ObjectMapper JSON = new ObjectMapper();

    private Metadata() {}

    static @Nullable KnownModel read(ModelPackage directory, Consumer<ModelProblem> problems) {
        byte[] bytes = directory.file(FILE);
        if (bytes == null) {
            problems.accept(new ModelProblem(
                    ModelProblemCode.METADATA_MISSING,
                    "there is no file \"metadata\" at the top: this is not a model directory as flink-ml saves it"));
            return null;
        }
        JsonNode root = parse(bytes, problems);
        return root == null ? null : known(root.path(CLASS_NAME), problems);
    }

    private static @Nullable JsonNode parse(byte[] bytes, Consumer<ModelProblem> problems) {
        try {
            JsonNode root = JSON.readTree(withoutComments(bytes));
            if (root != null && root.isObject()) {
                return root;
            }
            problems.accept(new ModelProblem(
                    ModelProblemCode.METADATA_UNREADABLE, "the file \"metadata\" does not hold a JSON object"));
        } catch (JsonProcessingException e) {
            problems.accept(new ModelProblem(
                    ModelProblemCode.METADATA_UNREADABLE,
                    "the file \"metadata\" is not JSON: " + Excerpt.of(e.getOriginalMessage())));
        }
        return null;
    }

    private static String withoutComments(byte[] bytes) {
        return new String(bytes, UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .collect(joining("\n"));
    }

    private static @Nullable KnownModel known(JsonNode className, Consumer<ModelProblem> problems) {
        if (!className.isTextual()) {
            problems.accept(new ModelProblem(
                    ModelProblemCode.CLASS_MISSING, "the file \"metadata\" does not say its \"className\""));
            return null;
        }
        KnownModel known = KnownModel.named(className.textValue()).orElse(null);
        if (known == null) {
            problems.accept(new ModelProblem(
                    ModelProblemCode.CLASS_UNKNOWN,
                    "models of the class \"" + Excerpt.of(className.textValue()) + "\" cannot be used; known are "
                            + KnownModel.simpleNames()));
        }
        return known;
    }
}
