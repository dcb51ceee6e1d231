/** The parts of a production system, each as a process of its own against any Kafka: thin, all settings from the command line. */
@NullMarked
package io.weir.cli.roles;

import org.jspecify.annotations.NullMarked;
