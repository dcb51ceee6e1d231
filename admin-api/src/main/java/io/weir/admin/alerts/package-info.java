/** Alerts as they are committed, for whoever watches: a tail over all topics that the live rules write, resumable to the record. */
@NullMarked
package io.weir.admin.alerts;

import org.jspecify.annotations.NullMarked;
