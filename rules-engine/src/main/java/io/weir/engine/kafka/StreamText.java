package io.weir.engine.kafka;

import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.contract.Artifact;
import io.weir.dsl.plan.StreamSchema;
import java.util.List;
import java.util.Optional;

/** A published declaration of a stream, read again. */
final class StreamText {

    private StreamText() {}

    /** Empty where the text declares none; that is told by whoever evaluates rules. */
    static Optional<StreamSchema> schema(Artifact artifact) {
        String text = artifact.text();
        if (text == null) {
            return Optional.empty();
        }
        Source source = new Source(artifact.id().toString(), text);
        return RuleCompiler.compile(List.of(source)).environment().streams().values().stream()
                .findFirst();
    }
}
