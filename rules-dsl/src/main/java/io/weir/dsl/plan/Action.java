package io.weir.dsl.plan;

/** What a rule does when it fires. */
public sealed interface Action permits AlertAction, EmitAction {}
