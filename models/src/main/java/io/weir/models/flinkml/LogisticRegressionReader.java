package io.weir.models.flinkml;

import io.weir.models.ModelProblem;
import io.weir.models.ModelProblemCode;
import io.weir.models.Scorer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.apache.flink.ml.linalg.DenseVector;
import org.apache.flink.ml.linalg.typeinfo.DenseVectorSerializer;
import org.jspecify.annotations.Nullable;

/** Logistic regression's data: the coefficients as flink-ml's dense vector, then the model version, a long. */
final class LogisticRegressionReader {
    private static final int SHOWN = 5;

    private LogisticRegressionReader() {}

    static @Nullable Scorer read(byte[] bytes, Consumer<ModelProblem> problems) {
        ModelProblem lengths = checkLengths(bytes);
        if (lengths != null) {
            problems.accept(lengths);
            return null;
        }
        double[] coefficients = decode(bytes);
        checkFinite(coefficients, problems);
        return new LogisticRegressionScorer(coefficients);
    }

    // The serializer allocates what the file tells it to, so the file's word is checked first.
    private static @Nullable ModelProblem checkLengths(byte[] bytes) {
        if (bytes.length < Integer.BYTES) {
            return truncated(bytes.length, Integer.BYTES);
        }
        long count = ByteBuffer.wrap(bytes).getInt();
        if (count < 0) {
            return new ModelProblem(
                    ModelProblemCode.DATA_TRUNCATED, "the data file does not begin with a vector's length");
        }
        if (count == 0) {
            return new ModelProblem(ModelProblemCode.DATA_EMPTY, "the model has no coefficients");
        }
        long expected = Integer.BYTES + count * Double.BYTES + Long.BYTES;
        if (bytes.length < expected) {
            return truncated(bytes.length, expected);
        }
        return bytes.length == expected ? null : trailing(bytes.length, expected);
    }

    private static ModelProblem truncated(long actual, long expected) {
        return new ModelProblem(
                ModelProblemCode.DATA_TRUNCATED,
                "the data file ends too early: " + actual + " bytes where at least " + expected + " are needed");
    }

    private static ModelProblem trailing(long actual, long expected) {
        return new ModelProblem(
                ModelProblemCode.DATA_TRAILING,
                "the data file goes on after the model: " + actual + " bytes where " + expected
                        + " are expected; was it written by another version of flink-ml than 2.2?");
    }

    private static double[] decode(byte[] bytes) {
        try {
            DenseVector vector = new DenseVectorSerializer()
                    .deserialize(new DataInputViewStreamWrapper(new ByteArrayInputStream(bytes)));
            return vector.values;
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory after the lengths were checked", e);
        }
    }

    private static void checkFinite(double[] coefficients, Consumer<ModelProblem> problems) {
        List<Integer> bad = IntStream.range(0, coefficients.length)
                .filter(i -> !Double.isFinite(coefficients[i]))
                .boxed()
                .toList();
        if (!bad.isEmpty()) {
            String places = bad.subList(0, Math.min(SHOWN, bad.size())) + (bad.size() > SHOWN ? " and more" : "");
            problems.accept(new ModelProblem(
                    ModelProblemCode.DATA_NOT_FINITE,
                    bad.size() + " coefficients are infinite or not a number, at the places (from 0) " + places));
        }
    }
}
