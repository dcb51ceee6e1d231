/** Who did what, from where, and what was there before. Written in the transaction that does it: both happen, or neither. */
@NullMarked
package io.weir.admin.audit;

import org.jspecify.annotations.NullMarked;
