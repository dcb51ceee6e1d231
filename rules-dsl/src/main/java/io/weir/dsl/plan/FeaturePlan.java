package io.weir.dsl.plan;

/** A named aggregate, which rules over the same stream by the same key share. */
public record FeaturePlan(String name, StreamSchema stream, KeySpec key, Aggregate aggregate) {}
