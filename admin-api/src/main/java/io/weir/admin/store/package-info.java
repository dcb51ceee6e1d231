/**
 * The control topic as a store with compare-and-set, over Kafka alone. A write sees everything that was written before it, or it
 * does not happen: the shared transactional id lets one writer at a time through, and whoever was overtaken catches up and looks
 * again. Knows records and topics; not what they mean to a rule.
 */
@NullMarked
package io.weir.admin.store;

import org.jspecify.annotations.NullMarked;
