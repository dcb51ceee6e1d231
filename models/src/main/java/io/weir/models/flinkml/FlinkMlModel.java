package io.weir.models.flinkml;

import io.weir.models.Scorer;

/** A model directory, read: the class that flink-ml saved and what scores like it. */
public record FlinkMlModel(String className, Scorer scorer) {}
