package io.weir.models.flinkml;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;

/** A model class that may be pushed, with the reader of its data. */
record KnownModel(String className, DataReader reader) {
    static final KnownModel LOGISTIC_REGRESSION = new KnownModel(
            "org.apache.flink.ml.classification.logisticregression.LogisticRegressionModel",
            LogisticRegressionReader::read);

    private static final List<KnownModel> ALLOWED = List.of(
            LOGISTIC_REGRESSION,
            new KnownModel(
                    "org.apache.flink.ml.classification.logisticregression.LogisticRegressionModelServable",
                    LogisticRegressionReader::read));

    static Optional<KnownModel> named(String className) {
        return ALLOWED.stream()
                .filter(known -> known.className.equals(className))
                .findFirst();
    }

    static String simpleNames() {
        return ALLOWED.stream()
                .map(known -> known.className.substring(known.className.lastIndexOf('.') + 1))
                .collect(joining(", "));
    }
}
