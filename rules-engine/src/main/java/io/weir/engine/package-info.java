/**
 * The Flink jobs: {@link io.weir.engine.WeirJob} turns events into alerts, {@link io.weir.engine.EnrichJob} asks a language model
 * about them, beside. What a job does is in the packages below; here stand its shape, its settings, and its stored names.
 */
@NullMarked
package io.weir.engine;

import org.jspecify.annotations.NullMarked;
