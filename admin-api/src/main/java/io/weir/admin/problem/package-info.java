/** What the server says when it says no: a code that never changes its meaning, and a sentence for whoever asked. */
@NullMarked
package io.weir.admin.problem;

import org.jspecify.annotations.NullMarked;
