package io.weir.dsl.plan;

import java.util.List;

/**
 * What a pushed model of that name must offer.
 *
 * @param otherwise the score while no model is live
 */
public record ModelSignature(String name, List<Input> inputs, Type returns, double otherwise) {

    /** One input by name; a missing one makes the score missing. */
    public record Input(String name, Type type) {}

    public ModelSignature {
        inputs = List.copyOf(inputs);
    }
}
