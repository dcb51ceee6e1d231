package io.weir.dsl.plan;

/** What an aggregate computes over its window. */
public enum AggregateFunction {
    COUNT("count"),
    SUM("sum"),
    AVERAGE("average"),
    HIGHEST("highest"),
    LOWEST("lowest");

    private final String text;

    AggregateFunction(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
