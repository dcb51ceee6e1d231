package io.weir.engine.registry;

/** Nobody can tell whether an event is readable: it waits in Kafka. OPERATOR: see that the schema registry answers. */
public final class SchemaRegistryUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SchemaRegistryUnavailable(String message) {
        super(message + " (OPERATOR: does the schema registry run, and may this engine read it?)");
    }
}
