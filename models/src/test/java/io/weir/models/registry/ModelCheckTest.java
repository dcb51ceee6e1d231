package io.weir.models.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.weir.models.ModelPackage;
import io.weir.models.ModelProblem;
import io.weir.models.ModelProblemCode;
import io.weir.models.flinkml.FlinkMlDirectories;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCheckTest {
    private static final ModelSignature FRAUD = new ModelSignature("fraud", List.of("amount", "velocity"));
    private static final String PART = "data/part-0-0";

    @TempDir
    Path directory;

    private Map<String, byte[]> files;

    @BeforeEach
    void validModel() throws IOException {
        FlinkMlDirectories.writeLogisticRegression(directory, new double[] {0.5, -0.25});
        ModelPackage model = ModelPackage.ofDirectory(directory);
        files = new HashMap<>();
        model.paths().forEach(path -> files.put(path, model.file(path)));
    }

    @Test
    void validModel_checked_scores() {
        CheckResult result = check();

        CheckedModel model = result.model().orElseThrow();
        assertThat(result.ok()).isTrue();
        assertThat(model.className()).endsWith(".LogisticRegressionModel");
        assertThat(model.sha256()).hasSize(64);
        assertThat(model.scorer().inputs()).isEqualTo(2);
        assertThat(model.scorer().score(new double[] {2, 4})).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void validZip_checked_isTheSameModel() {
        CheckResult result = ModelCheck.checkZip(ModelPackage.ofFiles(files).toZip(), FRAUD);

        assertThat(result.model().orElseThrow().sha256())
                .isEqualTo(ModelPackage.ofFiles(files).sha256());
    }

    @Test
    void servableTwin_checked_scores() {
        files.put("metadata", replaced("LogisticRegressionModel\"", "LogisticRegressionModelServable\""));

        assertThat(check().ok()).isTrue();
    }

    @Test
    void metadata_withALeadingComment_isRead() {
        files.put("metadata", ("# written by hand\n" + new String(files.get("metadata"), UTF_8)).getBytes(UTF_8));

        assertThat(check().ok()).isTrue();
    }

    @Test
    void brokenPackage_checked_saysAllThatIsWrong() {
        files.put("metadata", replaced("LogisticRegressionModel", "Unheard"));
        files.remove(PART);

        assertThat(codes()).containsExactly(ModelProblemCode.CLASS_UNKNOWN, ModelProblemCode.DATA_MISSING);
    }

    @Test
    void notFiniteAndWrongLength_bothAreReported() {
        files.put(PART, vector(1, Double.NaN, Double.POSITIVE_INFINITY));

        List<ModelProblem> problems = check().problems();

        assertThat(problems)
                .extracting(ModelProblem::code)
                .containsExactly(ModelProblemCode.DATA_NOT_FINITE, ModelProblemCode.INPUT_COUNT);
        assertThat(problems.get(0).message()).contains("2 coefficients").contains("[1, 2]");
        assertThat(problems.get(1).message()).contains("(amount, velocity)").contains("always 1");
    }

    @Test
    void className_ofAnyOtherClass_isRefusedUnloaded() {
        files.put("metadata", "{\"className\": \"java.lang.Runtime\"}".getBytes(UTF_8));

        assertThat(codes()).containsExactly(ModelProblemCode.CLASS_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "\"text\"", "{\"className\": }"})
    void metadata_thatIsNoJsonObject_isUnreadable(String text) {
        files.put("metadata", text.getBytes(UTF_8));

        assertThat(codes()).containsExactly(ModelProblemCode.METADATA_UNREADABLE);
    }

    @Test
    void metadata_nestedDeeply_isUnreadable() {
        files.put("metadata", ("{\"a\":" + "[".repeat(200_000)).getBytes(UTF_8));

        assertThat(codes()).containsExactly(ModelProblemCode.METADATA_UNREADABLE);
    }

    @Test
    void metadata_withoutAClass_isSaid() {
        files.put("metadata", "{\"className\": 7}".getBytes(UTF_8));

        assertThat(codes()).containsExactly(ModelProblemCode.CLASS_MISSING);
    }

    @Test
    void metadata_missing_isSaid() {
        files.remove("metadata");

        assertThat(codes()).containsExactly(ModelProblemCode.METADATA_MISSING);
    }

    @Test
    void data_inTwoFiles_isAmbiguous() {
        files.put("data/part-1-0", files.get(PART));

        assertThat(codes()).containsExactly(ModelProblemCode.DATA_AMBIGUOUS);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 4, 11, 27})
    void data_cutOff_isTruncated(int length) {
        files.put(PART, Arrays.copyOf(files.get(PART), length));

        assertThat(codes()).containsExactly(ModelProblemCode.DATA_TRUNCATED);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, -1, Integer.MIN_VALUE, 3})
    void data_thatClaimsAnotherLength_isTruncated(int count) {
        byte[] data = files.get(PART).clone();
        ByteBuffer.wrap(data).putInt(count);
        files.put(PART, data);

        assertThat(codes()).containsExactly(ModelProblemCode.DATA_TRUNCATED);
    }

    @Test
    void data_thatGoesOn_isSaid() {
        files.put(PART, Arrays.copyOf(files.get(PART), 100));

        assertThat(codes()).containsExactly(ModelProblemCode.DATA_TRAILING);
    }

    @Test
    void data_withoutCoefficients_isSaid() {
        files.put(PART, vector());

        assertThat(codes()).containsExactly(ModelProblemCode.DATA_EMPTY);
    }

    @Test
    void zip_thatIsNone_isAProblemNotAnException() {
        CheckResult result = ModelCheck.checkZip(new byte[] {1, 2, 3}, FRAUD);

        assertThat(result.problems()).extracting(ModelProblem::code).containsExactly(ModelProblemCode.ZIP_UNREADABLE);
    }

    private CheckResult check() {
        return ModelCheck.check(ModelPackage.ofFiles(files), FRAUD);
    }

    private List<ModelProblemCode> codes() {
        return check().problems().stream().map(ModelProblem::code).toList();
    }

    private byte[] replaced(String part, String by) {
        return new String(files.get("metadata"), UTF_8).replace(part, by).getBytes(UTF_8);
    }

    private static byte[] vector(double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 + 8 * values.length + 8).putInt(values.length);
        Arrays.stream(values).forEach(bytes::putDouble);
        return bytes.array();
    }
}
