package io.weir.admin.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.weir.admin.publish.LiveSet;
import io.weir.dsl.contract.Artifact;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ArtifactName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A declared model and the package that is live for it, as clients see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ModelAnswer(
        String name,
        String title,
        @Nullable Integer version,
        @Nullable String state,
        @Nullable String sha256,
        @Nullable Integer bytes,
        @Nullable String createdBy,
        @Nullable String createdAt,
        SignatureAnswer signature) {

    /** What a package must offer. */
    record SignatureAnswer(int revision, String text) {}

    static List<ModelAnswer> all(LiveSet live) {
        return live.of(ArtifactKind.SIGNATURE)
                .map(signature -> of(
                        signature,
                        live.get(new ArtifactName(
                                ArtifactKind.MODEL, signature.name().name()))))
                .toList();
    }

    private static ModelAnswer of(LiveSet.Entry signature, LiveSet.@Nullable Entry model) {
        String name = signature.name().name();
        String title = signature.artifact().title();
        SignatureAnswer asked = new SignatureAnswer(
                signature.artifact().id().revision(),
                String.valueOf(signature.artifact().text()));
        if (model == null) {
            return new ModelAnswer(name, title, null, null, null, null, null, null, asked);
        }
        Artifact artifact = model.artifact();
        byte[] content = artifact.content();
        return new ModelAnswer(
                name,
                title,
                artifact.id().revision(),
                Texts.lower(model.state()),
                artifact.sha256(),
                content == null ? 0 : content.length,
                artifact.createdBy(),
                Texts.time(artifact.createdAt()),
                asked);
    }
}
