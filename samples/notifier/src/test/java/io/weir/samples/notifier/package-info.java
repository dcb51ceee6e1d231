/** The service's parts by themselves, and all of it against a real broker and an endpoint that fails. */
@NullMarked
package io.weir.samples.notifier;

import org.jspecify.annotations.NullMarked;
