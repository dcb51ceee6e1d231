/** The stories' generators. */
@NullMarked
package io.weir.samples;

import org.jspecify.annotations.NullMarked;
