package io.weir.engine.evaluate;

import io.weir.dsl.Compilation;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.contract.Artifact;
import io.weir.dsl.contract.ControlState;
import io.weir.dsl.plan.BuiltIn;
import io.weir.dsl.plan.Slug;
import io.weir.dsl.plan.StreamSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The schemas of all revisions of all streams, also of those that are no longer in force: rows of theirs may still be kept. */
final class KnownSchemas implements RowSchemas {

    private final Map<Integer, StreamSchema> known = new HashMap<>();
    private @Nullable ControlState control;

    /** Where the declarations are found. */
    void readFrom(ControlState newControl) {
        control = newControl;
    }

    @Override
    public @Nullable StreamSchema of(int schemaId) {
        if (schemaId == AlertStream.SCHEMA_ID) {
            return BuiltIn.ALERT;
        }
        StreamSchema schema = known.get(schemaId);
        if (schema == null) {
            schema = compile(schemaId);
            if (schema != null) {
                known.put(schemaId, schema);
            }
        }
        return schema;
    }

    private @Nullable StreamSchema compile(int schemaId) {
        Artifact artifact = control == null ? null : control.streamOf(schemaId);
        if (artifact == null || artifact.text() == null) {
            return null;
        }
        Compilation compiled =
                RuleCompiler.compile(List.of(new Source(artifact.id().toString(), artifact.text())));
        return compiled.environment().streams().values().stream()
                .filter(stream -> Slug.of(stream.name()).equals(artifact.id().name()))
                .findFirst()
                .orElse(null);
    }
}
