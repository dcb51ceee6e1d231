/**
 * Warm starts: rules in shadow whose windows are filled from retained events before they go live. Says what is to be copied and how far
 * all is; copying itself is done behind {@link io.weir.admin.warm.RetainedEvents}.
 */
@NullMarked
package io.weir.admin.warm;

import org.jspecify.annotations.NullMarked;
