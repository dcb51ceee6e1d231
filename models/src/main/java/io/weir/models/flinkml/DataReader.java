package io.weir.models.flinkml;

import io.weir.models.ModelProblem;
import io.weir.models.Scorer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Decodes one kind of model data. Null only after a problem was reported. */
interface DataReader {
    @Nullable
    Scorer read(byte[] bytes, Consumer<ModelProblem> problems);
}
