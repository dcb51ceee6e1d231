/**
 * A model as it arrives (a {@link io.weir.models.ModelPackage}: files, a size, a hash) and as it is used (a {@link
 * io.weir.models.Scorer}: numbers in, one number out). Knows no rules, no streams, no Kafka.
 */
@NullMarked
package io.weir.models;

import org.jspecify.annotations.NullMarked;
