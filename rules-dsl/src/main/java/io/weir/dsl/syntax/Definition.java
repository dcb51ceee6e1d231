package io.weir.dsl.syntax;

/** What may stand at the top of a file. */
public sealed interface Definition extends Node
        permits EventDefinition, ListDefinition, ModelDefinition, PromptDefinition, RuleDefinition {

    Name name();
}
