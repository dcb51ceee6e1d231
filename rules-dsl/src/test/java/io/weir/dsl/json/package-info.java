@NullMarked
package io.weir.dsl.json;

import org.jspecify.annotations.NullMarked;
