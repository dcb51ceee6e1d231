/**
 * What the jobs read from Kafka and write to it: events of whatever streams are declared, the control topic, and one exactly-once
 * output. Topics of newly declared streams join without a restart. No thread of its own stays behind.
 */
@NullMarked
package io.weir.engine.kafka;

import org.jspecify.annotations.NullMarked;
