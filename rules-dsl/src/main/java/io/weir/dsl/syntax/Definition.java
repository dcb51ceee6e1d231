package io.weir.dsl.syntax;

/** What may stand at the top of a file. */
public sealed interface Definition extends Node
        permits EventDefinition,
                FeatureDefinition,
                ListDefinition,
                ModelDefinition,
                PromptDefinition,
                RatesDefinition,
                RuleDefinition,
                TableDefinition,
                TestDefinition {

    Name name();
}
