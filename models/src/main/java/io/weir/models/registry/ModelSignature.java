package io.weir.models.registry;

import java.util.List;

/** What the rules expect of a model: its name and its inputs, in order. */
public record ModelSignature(String name, List<String> inputs) {

    public ModelSignature {
        inputs = List.copyOf(inputs);
    }
}
