package io.weir.dsl.plan;

/** A constant place on Earth, in degrees (WGS84). */
public record GeoPoint(double latitude, double longitude) {}
