/**
 * Turns trees into checked plans: resolves names, gives types, keeps limits, warns. One small class a check. What could not be
 * resolved is null, already reported, and silences whatever would only follow from it.
 */
@NullMarked
package io.weir.dsl.check;

import org.jspecify.annotations.NullMarked;
