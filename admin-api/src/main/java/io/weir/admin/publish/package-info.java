/**
 * What a publish is: sources checked together with all that stays live, cut into artifacts, and released at once, after every
 * running engine has said that it is ready. Refusals are {@link io.weir.admin.problem.ProblemException}s; a refused publish has
 * changed nothing.
 */
@NullMarked
package io.weir.admin.publish;

import org.jspecify.annotations.NullMarked;
