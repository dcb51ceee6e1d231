package io.weir.engine.operator;

import io.weir.models.language.LanguageModel;
import java.io.Serializable;

/** Connects a task to the language model; called once in each, which closes what it got. */
@FunctionalInterface
public interface LanguageModelOpener extends Serializable {

    LanguageModel open();
}
