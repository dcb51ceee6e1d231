/**
 * A downstream service as anyone could write it: reads alerts, makes notifications of them, posts those to a webhook. It knows the
 * alerts' contract and no class of Weir.
 */
@NullMarked
package io.weir.samples.notifier;

import org.jspecify.annotations.NullMarked;
