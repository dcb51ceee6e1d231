/**
 * The admin server: drafts, checks, publishes, shows. It meets the engine only on Kafka, through {@link io.weir.dsl.contract};
 * it keeps nothing of its own, so any number of servers may share one control topic.
 */
@NullMarked
package io.weir.admin;

import org.jspecify.annotations.NullMarked;
