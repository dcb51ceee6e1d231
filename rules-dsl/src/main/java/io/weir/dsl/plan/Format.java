package io.weir.dsl.plan;

/** How a stream's events are written. */
public enum Format {
    JSON("json"),
    CSV("csv"),
    /** Framed by a schema registry: a zero byte, the number of the writer's schema in four, the value in Avro's binary form. */
    AVRO("avro");

    private final String word;

    Format(String word) {
        this.word = word;
    }

    /** As a declaration names it. */
    public String word() {
        return word;
    }
}
