package io.weir.models.flinkml;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.flink.core.memory.DataOutputViewStreamWrapper;
import org.apache.flink.ml.linalg.DenseVector;
import org.apache.flink.ml.linalg.typeinfo.DenseVectorSerializer;

/**
 * Writes model directories that flink-ml itself can load, for models fitted elsewhere.
 *
 * <pre>{@code
 * FlinkMlDirectories.writeLogisticRegression(Path.of("fraud-model"), new double[] {0.004, 1.7, -3.0});
 * }</pre>
 */
public final class FlinkMlDirectories {
    private static final String PART = "part-0-0";

    private FlinkMlDirectories() {}

    /** The same coefficients always give the same bytes: the time in it is the epoch, the model version 0. */
    public static void writeLogisticRegression(Path directory, double[] coefficients) throws IOException {
        writeLogisticRegression(directory, coefficients, 0L, Instant.EPOCH);
    }

    /** Writes {@code metadata} and {@code data/part-0-0}, over earlier ones of this writer. */
    public static void writeLogisticRegression(
            Path directory, double[] coefficients, long modelVersion, Instant trainedAt) throws IOException {
        Path data = Files.createDirectories(directory.resolve(DataFile.DIRECTORY));
        Files.write(data.resolve(PART), encode(coefficients, modelVersion));
        Files.writeString(directory.resolve(Metadata.FILE), metadata(trainedAt).toString());
    }

    private static byte[] encode(double[] coefficients, long modelVersion) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputViewStreamWrapper out = new DataOutputViewStreamWrapper(bytes);
        new DenseVectorSerializer().serialize(new DenseVector(coefficients), out);
        out.writeLong(modelVersion);
        return bytes.toByteArray();
    }

    private static ObjectNode metadata(Instant trainedAt) {
        ObjectNode metadata = Metadata.JSON.createObjectNode();
        metadata.put(Metadata.CLASS_NAME, KnownModel.LOGISTIC_REGRESSION.className());
        metadata.put(Metadata.TIMESTAMP, trainedAt.toEpochMilli());
        metadata.putObject(Metadata.PARAM_MAP)
                .put("featuresCol", "features")
                .put("predictionCol", "prediction")
                .put("rawPredictionCol", "rawPrediction");
        return metadata;
    }
}
