/**
 * Copies retained events to the backfill topic, in the order of event time: what a rule's windows would hold had it been live. Plain
 * Kafka clients; knows no Flink, and nothing of how the rules are evaluated.
 */
@NullMarked
package io.weir.engine.backfill;

import org.jspecify.annotations.NullMarked;
