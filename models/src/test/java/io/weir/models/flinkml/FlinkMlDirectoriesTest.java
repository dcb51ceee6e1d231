package io.weir.models.flinkml;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.models.ModelPackage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.apache.flink.ml.linalg.typeinfo.DenseVectorSerializer;
import org.apache.flink.ml.util.FileUtils;
import org.apache.flink.ml.util.ServableReadWriteUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlinkMlDirectoriesTest {
    private static final String LOGISTIC_REGRESSION =
            "org.apache.flink.ml.classification.logisticregression.LogisticRegressionModel";

    @TempDir
    Path directory;

    @Test
    void writtenDirectory_readByFlinkMlsOwnLoaders_isWhatWasWritten() throws IOException {
        double[] coefficients = {0.25, -1.5, 3e-9};

        FlinkMlDirectories.writeLogisticRegression(
                directory, coefficients, 7, Instant.ofEpochMilli(1_700_000_000_000L));

        Map<String, ?> metadata = FileUtils.loadMetadata(directory.toString(), LOGISTIC_REGRESSION);
        assertThat(metadata.get("timestamp")).isEqualTo(1_700_000_000_000L);
        assertThat(metadata.get("paramMap"))
                .isInstanceOf(Map.class)
                .hasToString("{featuresCol=features, predictionCol=prediction, rawPredictionCol=rawPrediction}");
        try (InputStream data = ServableReadWriteUtils.loadModelData(directory.toString())) {
            DataInputViewStreamWrapper in = new DataInputViewStreamWrapper(data);
            assertThat(new DenseVectorSerializer().deserialize(in).values).isEqualTo(coefficients);
            assertThat(in.readLong()).isEqualTo(7);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void sameCoefficients_writtenTwice_giveTheSamePackage() throws IOException {
        FlinkMlDirectories.writeLogisticRegression(directory.resolve("a"), new double[] {1, 2});
        FlinkMlDirectories.writeLogisticRegression(directory.resolve("b"), new double[] {3, 4});
        FlinkMlDirectories.writeLogisticRegression(directory.resolve("b"), new double[] {1, 2});

        assertThat(ModelPackage.ofDirectory(directory.resolve("b")))
                .isEqualTo(ModelPackage.ofDirectory(directory.resolve("a")));
    }
}
