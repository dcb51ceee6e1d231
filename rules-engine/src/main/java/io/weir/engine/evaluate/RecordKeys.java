package io.weir.engine.evaluate;

import io.weir.dsl.plan.KeySpec;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The keys of records on Kafka: {@code tenant/value,value}, or {@code tenant/rule-slug} for a rule without a key. */
final class RecordKeys {

    private RecordKeys() {}

    static String of(Firing firing) {
        Map<String, @Nullable Object> key = values(firing);
        return firing.epoch().tenant() + "/"
                + (key.isEmpty()
                        ? firing.rule().plan().slug()
                        : key.values().stream().map(Shown::value).collect(Collectors.joining(",")));
    }

    /** Field → value; empty for a rule without a key. */
    static Map<String, @Nullable Object> values(Firing firing) {
        KeySpec spec = firing.rule().plan().key();
        Key key = firing.key();
        return spec == null || key == null ? Map.of() : RowValues.of(key, spec);
    }
}
