package io.weir.dsl.plan;

/** How much an alert matters; a rule's own is {@code MEDIUM} unless it says otherwise. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
