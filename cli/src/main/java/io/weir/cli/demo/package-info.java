/**
 * `weir demo`: everything that a production system has, in one process on free ports, told by a seeded player and watched by a
 * plain consumer. It goes through the same doors as anyone: rules and models through the admin API, events and alerts through Kafka.
 */
@NullMarked
package io.weir.cli.demo;

import org.jspecify.annotations.NullMarked;
