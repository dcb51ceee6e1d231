/** The rule language: text in, checked plans or diagnostics out. Knows nothing of how plans are run, stored or sent. */
@NullMarked
package io.weir.dsl;

import org.jspecify.annotations.NullMarked;
