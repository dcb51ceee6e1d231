package io.weir.dsl.contract;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One revision of an artifact; its text, {@code acme/rule/failed-login-burst@7}, is its key on the control topic. */
public record ArtifactId(String tenant, ArtifactKind kind, String name, int revision) {

    private static final Pattern KEY = Pattern.compile("([^/@]+)/([a-z]+)/([^/@]+)@([1-9][0-9]{0,8})");

    public ArtifactName artifact() {
        return new ArtifactName(kind, name);
    }

    public static Optional<ArtifactId> parse(String key) {
        Matcher matcher = KEY.matcher(key);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return ArtifactKind.of(matcher.group(2))
                .map(kind ->
                        new ArtifactId(matcher.group(1), kind, matcher.group(3), Integer.parseInt(matcher.group(4))));
    }

    @Override
    public String toString() {
        return tenant + "/" + kind.text() + "/" + name + "@" + revision;
    }
}
