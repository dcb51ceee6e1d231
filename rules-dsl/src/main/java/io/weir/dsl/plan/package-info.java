/**
 * The checked rule as the engine wants it: typed, resolved to slots, free of syntax. Everything here is an immutable value, and
 * has a canonical text that does not depend on slots, positions or the order in which things were declared.
 */
@NullMarked
package io.weir.dsl.plan;

import org.jspecify.annotations.NullMarked;
