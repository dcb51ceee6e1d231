package io.weir.dsl.diagnostic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The page of the documentation about a code, which is packed with the classes. */
public final class DiagnosticPage {

    private DiagnosticPage() {}

    /** What it says in its first paragraph, on one line; null where there is no page. */
    public static @Nullable String summary(Code code) {
        try (InputStream in = DiagnosticPage.class.getResourceAsStream("pages/" + code.id() + ".md")) {
            if (in == null) {
                return null;
            }
            String[] paragraphs = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\\R\\R+", 3);
            return paragraphs.length < 2 ? null : paragraphs[1].strip().replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
