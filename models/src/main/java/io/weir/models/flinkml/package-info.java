/**
 * Reads the directories that flink-ml's {@code save} writes, and writes such directories. A model's class name is looked
 * up in a list of known formats: no class is ever loaded because a file names it. Bytes are decoded by flink-ml's own
 * serializers, after their lengths were checked.
 */
@NullMarked
package io.weir.models.flinkml;

import org.jspecify.annotations.NullMarked;
