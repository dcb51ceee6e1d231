/** What others read of Weir, held against the documents that describe it. */
@NullMarked
package io.weir.engine.contract;

import org.jspecify.annotations.NullMarked;
