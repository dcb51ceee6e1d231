package io.weir.dsl.plan;

import java.math.BigDecimal;

/** A constant amount of one ISO 4217 currency. */
public record MoneyAmount(BigDecimal amount, String currency) {}
