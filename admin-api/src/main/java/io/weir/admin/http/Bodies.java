package io.weir.admin.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.weir.admin.keys.KeyTerms;
import io.weir.admin.problem.ProblemCode;
import io.weir.admin.problem.ProblemException;
import io.weir.admin.publish.Manner;
import io.weir.admin.publish.PublishRequest;
import io.weir.dsl.Source;
import io.weir.dsl.contract.ContractJson;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests' bodies. A field that the server does not know is a mistake: it would be skipped in silence. */
final class Bodies {

    private static final ObjectMapper STRICT = ContractJson.MAPPER
            .copy()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    private static final int LONGEST_WHY = 2_000;

    private Bodies() {}

    record Validate(@Nullable List<@Nullable NamedText> sources) {
        List<Source> read() {
            return Bodies.sources(sources);
        }
    }

    record Publish(
            @Nullable List<@Nullable NamedText> sources,
            @Nullable String why,
            @Nullable List<@Nullable String> retire,
            @Nullable List<@Nullable String> pause,
            @Nullable List<@Nullable String> resume,
            @Nullable List<@Nullable String> withdraw,
            @Nullable Boolean shadow,
            @Nullable Integer percent,
            @Nullable Instant requestedFrom,
            @Nullable Long expectedEpoch,
            @Nullable Boolean whenSeen,
            @Nullable Boolean warm,
            // A record has a wait() already.
            @JsonProperty("wait") @Nullable String waitFor) {

        PublishRequest read() {
            if (percent != null && (percent < 1 || percent > 100)) {
                throw Params.invalid("percent: from 1 to 100");
            }
            return new PublishRequest(
                    Bodies.sources(sources),
                    names("retire", retire),
                    names("pause", pause),
                    names("resume", resume),
                    names("withdraw", withdraw),
                    new Manner(Boolean.TRUE.equals(shadow), percent, Boolean.TRUE.equals(warm)));
        }

        @Nullable
        Long requestedFromMillis() {
            return requestedFrom == null ? null : Long.valueOf(requestedFrom.toEpochMilli());
        }
    }

    /** Which warm start to take on; see {@link io.weir.admin.warm.WarmStarts#goOn}. */
    record GoOn(
            @Nullable Long backfill,
            @Nullable Boolean partial,
            @Nullable Boolean again) {}

    record NewKey(
            @Nullable String name,
            @Nullable List<@Nullable String> roles,
            @Nullable String tenant,
            @Nullable Instant expiresAt) {

        KeyTerms read() {
            return new KeyTerms(
                    name == null ? "" : name.strip(),
                    GivenKeys.roles(roles == null ? List.of() : roles),
                    tenant == null ? null : Params.requireTenant(tenant),
                    expiresAt);
        }
    }

    /** @param overlapSeconds how long the old secret is good yet; nothing where it is not said */
    record Rotation(@Nullable Long overlapSeconds) {

        Duration read() {
            return Duration.ofSeconds(overlapSeconds == null ? 0 : overlapSeconds);
        }
    }

    /** A source as it arrives. */
    record NamedText(@Nullable String name, @Nullable String text) {}

    static <T> T json(Context request, Class<T> type) {
        requireType(request, Set.of("application/json"));
        try {
            T body = STRICT.readValue(request.bodyAsBytes(), type);
            if (body == null) {
                throw Params.invalid("The body is no object");
            }
            return body;
        } catch (JsonProcessingException e) {
            throw new ProblemException(ProblemCode.INVALID_REQUEST, "The body: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new ProblemException(ProblemCode.INVALID_REQUEST, "The body cannot be read", e);
        }
    }

    /** JSON as it came, for whoever knows what it should be. */
    static byte[] plainJson(Context request) {
        requireType(request, Set.of("application/json"));
        return request.bodyAsBytes();
    }

    static byte[] zip(Context request) {
        requireType(request, Set.of("application/zip", "application/octet-stream"));
        return request.bodyAsBytes();
    }

    static String why(@Nullable String text) {
        String why = text == null ? "" : text.strip();
        if (why.length() > LONGEST_WHY) {
            throw Params.invalid("why: at most " + LONGEST_WHY + " characters");
        }
        return why;
    }

    // A form of another site can send text, but no such type without the browser asking first.
    private static void requireType(Context request, Set<String> types) {
        String type = Objects.requireNonNullElse(request.contentType(), "");
        String bare = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!types.contains(bare)) {
            throw new ProblemException(
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Type: "
                            + String.join(" or ", types.stream().sorted().toList()) + ", not '" + bare + "'");
        }
    }

    private static List<Source> sources(@Nullable List<@Nullable NamedText> sources) {
        return sources == null
                ? List.of()
                : sources.stream().map(Bodies::source).toList();
    }

    private static Source source(@Nullable NamedText source) {
        if (source == null || source.name() == null || source.text() == null) {
            throw Params.invalid("sources: each has a name and a text");
        }
        return new Source(source.name(), source.text());
    }

    private static List<String> names(String field, @Nullable List<@Nullable String> names) {
        if (names == null) {
            return List.of();
        }
        if (names.stream().anyMatch(Objects::isNull)) {
            throw Params.invalid(field + ": names only, no null");
        }
        return names.stream().map(Objects::requireNonNull).toList();
    }
}
