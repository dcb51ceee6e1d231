package io.weir.admin.http;

import io.weir.dsl.contract.AlertJson;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How answers write times and constants. */
final class Texts {

    private Texts() {}

    static String time(Instant instant) {
        return AlertJson.time(instant.toEpochMilli());
    }

    static @Nullable String timeOrNull(@Nullable Instant instant) {
        return instant == null ? null : time(instant);
    }

    static @Nullable String timeOrNull(@Nullable Long millis) {
        return millis == null ? null : AlertJson.time(millis);
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
