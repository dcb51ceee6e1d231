package io.weir.admin.publish;

import io.weir.dsl.Declaration;
import io.weir.dsl.contract.ArtifactName;
import io.weir.dsl.contract.ArtifactState;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A change that a release will make; its revision is known only once it is written.
 *
 * @param percent of a rule's keys; null for all
 * @param candidate whether it stands beside what is in force
 * @param body null where the revision in force stays and only its state changes
 * @param warm whether its windows will be filled from retained events
 */
record Planned(
        ArtifactName name,
        ArtifactState state,
        @Nullable Integer percent,
        boolean candidate,
        @Nullable Body body,
        boolean warm) {

    private Planned(
            ArtifactName name, ArtifactState state, @Nullable Integer percent, boolean candidate, @Nullable Body body) {
        this(name, state, percent, candidate, body, false);
    }

    private Planned(ArtifactName name, Body body) {
        this(name, ArtifactState.LIVE, null, false, body);
    }

    /** A new rule in shadow, whose windows will be filled from retained events. */
    Planned warmStarted() {
        return new Planned(name, ArtifactState.SHADOW, percent, candidate, body, true);
    }

    /**
     * What a new revision holds.
     *
     * @param text null for what is not declared
     * @param content null for what is declared
     */
    record Body(String title, @Nullable String text, byte @Nullable [] content, String sha256) {

        static Body ofText(String title, String text) {
            return new Body(title, text, null, sha256(text));
        }

        static Body ofContent(String title, byte[] content) {
            return new Body(title, null, content, sha256(content));
        }

        private static String sha256(String text) {
            return sha256(text.getBytes(StandardCharsets.UTF_8));
        }

        private static String sha256(byte[] bytes) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
                return HexFormat.of().formatHex(digest);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }

    static Planned declaration(
            ArtifactName name, ArtifactState state, @Nullable Integer percent, Declaration declaration) {
        return new Planned(name, state, percent, false, Body.ofText(declaration.name(), declaration.text()));
    }

    /** Beside the revision that is in force. */
    static Planned candidate(ArtifactName name, @Nullable Integer percent, Declaration declaration) {
        return new Planned(
                name, ArtifactState.SHADOW, percent, true, Body.ofText(declaration.name(), declaration.text()));
    }

    static Planned model(ArtifactName name, String title, byte[] zip, String sha256) {
        return new Planned(name, new Body(title, null, zip, sha256));
    }

    static Planned content(ArtifactName name, String title, byte[] content) {
        return new Planned(name, Body.ofContent(title, content));
    }

    static Planned stateOf(LiveSet.Entry entry, ArtifactState state, @Nullable Integer percent) {
        return new Planned(entry.name(), state, percent, entry.change().candidate(), null);
    }
}
