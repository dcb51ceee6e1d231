package io.weir.engine.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * A row of a table.
 *
 * @param key its key's values, see {@link KeyCodec}
 * @param validFrom in milliseconds of event time; {@code Long.MIN_VALUE} in a table that is not versioned
 * @param values a {@link Row}'s bytes: the key columns, then the others; null where there is none from then on
 */
public record TableRow(byte[] key, long validFrom, byte @Nullable [] values) {}
