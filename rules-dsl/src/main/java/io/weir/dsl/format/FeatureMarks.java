package io.weir.dsl.format;

import io.weir.dsl.syntax.FeatureDefinition;

/** A feature: in one line, or what it is below its name. */
final class FeatureMarks {

    private FeatureMarks() {}

    static void mark(Marks marks, FeatureDefinition feature) {
        marks.at(marks.first(feature.value()), Break.may(1, 2));
        ExpressionMarks.value(marks, feature.value(), 4);
    }
}
