package io.weir.dsl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rule files among the test resources. */
public final class Examples {

    public static final List<String> ALL = List.of("payments.weir", "soft-words.weir");

    private Examples() {}

    public static String text(String name) {
        return resource("/examples/" + name);
    }

    static Source source(String name) {
        return new Source(name, text(name));
    }

    public static String resource(String path) {
        try (InputStream in = Examples.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("No resource " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
