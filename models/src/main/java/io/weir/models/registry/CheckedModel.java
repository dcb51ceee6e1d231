package io.weir.models.registry;

import io.weir.models.Scorer;

/** A model that passed every check: what scores, and the hash and class to name with each score. */
public record CheckedModel(Scorer scorer, String sha256, String className) {}
