/**
 * What a model must pass before anything scores with it. A check never throws for what a user pushed: it gives a model
 * that is ready, or everything that is wrong with the package.
 */
@NullMarked
package io.weir.models.registry;

import org.jspecify.annotations.NullMarked;
