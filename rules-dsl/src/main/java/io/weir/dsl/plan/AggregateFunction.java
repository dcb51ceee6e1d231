package io.weir.dsl.plan;

/** What an aggregate computes over its window. */
public enum AggregateFunction {
    COUNT("count"),
    SUM("sum"),
    AVERAGE("average"),
    HIGHEST("highest"),
    LOWEST("lowest"),
    /** Of the sample. */
    STDDEV("stddev"),
    /** How many different values. */
    DISTINCT("distinct"),
    FIRST("first"),
    LAST("last"),
    MEDIAN("median"),
    /** By nearest rank. */
    PERCENTILE("percentile");

    private final String text;

    AggregateFunction(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
