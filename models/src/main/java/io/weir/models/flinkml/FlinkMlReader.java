package io.weir.models.flinkml;

import io.weir.models.ModelPackage;
import io.weir.models.ModelProblem;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a flink-ml model directory into a scorer, or says all that is wrong with it. */
public final class FlinkMlReader {
    private FlinkMlReader() {}

    /** Empty only after a problem was reported; a model may come with problems too, and then must not be used. */
    public static Optional<FlinkMlModel> read(ModelPackage directory, Consumer<ModelProblem> problems) {
        @Nullable KnownModel known = Metadata.read(directory, problems);
        byte[] bytes = DataFile.read(directory, problems);
        if (known == null || bytes == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(known.reader().read(bytes, problems))
                .map(scorer -> new FlinkMlModel(known.className(), scorer));
    }
}
