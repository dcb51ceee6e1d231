package io.weir.dsl.plan;

/** A named value of a rule, evaluated for the triggering event. */
public record Let(String name, Expr value) {}
