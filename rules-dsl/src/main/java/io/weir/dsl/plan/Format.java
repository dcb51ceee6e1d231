package io.weir.dsl.plan;

/** How a stream's events are written. */
public enum Format {
    JSON,
    CSV
}
