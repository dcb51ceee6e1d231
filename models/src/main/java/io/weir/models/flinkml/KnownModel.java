package io.weir.models.flinkml;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The model classes that may be pushed, each with the reader of its data. */
enum KnownModel {
    LOGISTIC_REGRESSION(
            "org.apache.flink.ml.classification.logisticregression.LogisticRegressionModel",
            LogisticRegressionReader::read),
    LOGISTIC_REGRESSION_SERVABLE(
            "org.apache.flink.ml.classification.logisticregression.LogisticRegressionModelServable",
            LogisticRegressionReader::read);

    private final String className;
    private final DataReader reader;

    KnownModel(String className, DataReader reader) {
        this.className = className;
        this.reader = reader;
    }

    static Optional<KnownModel> named(String className) {
        return Arrays.stream(values())
                .filter(known -> known.className.equals(className))
                .findFirst();
    }

    static String simpleNames() {
        return Arrays.stream(values())
                .map(known -> known.className.substring(known.className.lastIndexOf('.') + 1))
                .collect(Collectors.joining(", "));
    }

    String className() {
        return className;
    }

    DataReader reader() {
        return reader;
    }
}
