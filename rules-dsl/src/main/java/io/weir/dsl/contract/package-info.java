/**
 * What travels on Kafka between the admin server, the engine and everyone downstream, and its JSON. Field names are stored and
 * read by others: they never change their meaning, and readers skip fields that they do not know.
 */
@NullMarked
package io.weir.dsl.contract;

import org.jspecify.annotations.NullMarked;
