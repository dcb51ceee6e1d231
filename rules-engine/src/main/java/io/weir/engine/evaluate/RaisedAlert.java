package io.weir.engine.evaluate;

import io.weir.dsl.contract.Alert;
import io.weir.dsl.contract.EnrichRequest;
import org.jspecify.annotations.Nullable;

/**
 * An alert with where it goes.
 *
 * @param topic null for the alerts' common topic
 * @param enrich what is asked about it, beside it
 * @param recordKey on Kafka: {@code tenant/value,value}, or {@code tenant/rule-slug} for a rule without a key
 */
public record RaisedAlert(
        Alert alert, @Nullable String topic, @Nullable EnrichRequest enrich, String recordKey) implements Outcome {

    @Override
    public long time() {
        return alert.time();
    }
}
