package io.weir.models.flinkml;

import io.weir.models.Excerpt;
import io.weir.models.ModelPackage;
import io.weir.models.ModelProblem;
import io.weir.models.ModelProblemCode;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The one file under {@code data/} that holds the model's numbers; like flink-ml, nothing else may lie there. */
final class DataFile {
    static final String DIRECTORY = "data/";
    private static final String PART = DIRECTORY + "part-";

    private DataFile() {}

    static byte @Nullable [] read(ModelPackage directory, Consumer<ModelProblem> problems) {
        List<String> found = directory.paths().stream()
                .filter(path -> path.startsWith(DIRECTORY))
                .sorted()
                .toList();
        if (found.stream().noneMatch(path -> path.startsWith(PART))) {
            problems.accept(new ModelProblem(
                    ModelProblemCode.DATA_MISSING,
                    "there is no file \"data/part-…\": the model's numbers are missing"));
            return null;
        }
        if (found.size() > 1) {
            problems.accept(new ModelProblem(
                    ModelProblemCode.DATA_AMBIGUOUS,
                    "exactly one file is expected under \"data/\", there are " + found.size() + ", among them \""
                            + Excerpt.of(found.get(0)) + "\" and \"" + Excerpt.of(found.get(1)) + "\""));
            return null;
        }
        return directory.file(found.get(0));
    }
}
