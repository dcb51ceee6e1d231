package io.weir.engine.registry;

import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the schema registry is.
 *
 * @param url {@code http} or {@code https}, with a path if it has one; null: there is none
 * @param deadline how long a task waits for a schema before it fails
 */
public record RegistryAddress(@Nullable String url, Duration deadline) implements Serializable {

    private static final long serialVersionUID = 1L;

    public static final RegistryAddress NONE = new RegistryAddress(null, Duration.ofMinutes(1));

    public static RegistryAddress of(String url) {
        return new RegistryAddress(url, NONE.deadline);
    }

    public void addProblems(List<String> problems) {
        if (deadline.toMillis() < 1) {
            problems.add("schema-registry-deadline: " + deadline + " is less than 1 ms");
        }
        if (url != null) {
            addProblems(url, problems);
        }
    }

    private static void addProblems(String url, List<String> problems) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            problems.add("schema-registry: \"" + url + "\" is no URL");
            return;
        }
        boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!web || uri.getHost() == null) {
            problems.add("schema-registry: \"" + url + "\" is no URL of http or https");
        } else if (uri.getUserInfo() != null) {
            // It would show in every log and error.
            problems.add("schema-registry: a URL with a password in it is not taken");
        }
    }
}
