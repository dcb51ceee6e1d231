package io.weir.engine.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.engine.evaluate.UnreadableEvent;
import io.weir.engine.evaluate.WriterSchemas;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of a registry. A schema never changes, so it is asked for once; what was not there may come, so that is asked again
 * after a while. Belongs to one thread.
 *
 * <p>A schema that the registry does not have makes events unreadable. While the registry is away nobody can tell: the caller waits,
 * and after the deadline {@link SchemaRegistryUnavailable} says so.
 */
public final class SchemaRegistry implements WriterSchemas {

    private static final long ASK_AGAIN_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int REMEMBERED_REFUSALS = 1_000;
    private static final int MOST_REFERENCES = 100;

    private final RegistryClient registry;
    private final LongSupplier nanoTime;
    private final Map<Integer, Schema> schemas = new HashMap<>();

    // Bytes that only look framed name any number: what is remembered of them has a bound.
    private final Map<Integer, Refusal> refusals = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Refusal> eldest) {
            return size() > REMEMBERED_REFUSALS;
        }
    };

    private record Refusal(String reason, long atNanos) {}

    public SchemaRegistry(String url, Duration deadline) {
        this(url, deadline, System::nanoTime);
    }

    SchemaRegistry(String url, Duration deadline, LongSupplier nanoTime) {
        this.registry = new RegistryClient(url, deadline);
        this.nanoTime = nanoTime;
    }

    @Override
    public Schema numbered(int id) throws UnreadableEvent {
        Schema known = schemas.get(id);
        if (known != null) {
            return known;
        }
        Refusal refusal = refusals.get(id);
        if (refusal != null && nanoTime.getAsLong() - refusal.atNanos < ASK_AGAIN_NANOS) {
            throw new UnreadableEvent("", refusal.reason);
        }
        try {
            Schema schema = read(id);
            schemas.put(id, schema);
            return schema;
        } catch (UnreadableEvent unreadable) {
            refusals.remove(id);
            refusals.put(id, new Refusal(String.valueOf(unreadable.getMessage()), nanoTime.getAsLong()));
            throw unreadable;
        }
    }

    private Schema read(int id) throws UnreadableEvent {
        String named = "schema " + id;
        JsonNode answer = ask("/schemas/ids/" + id, named);
        String kind = answer.path("schemaType").asText("AVRO");
        if (!kind.equals("AVRO")) {
            throw new UnreadableEvent("", named + " is " + kind + ", not Avro");
        }
        Schema.Parser parser = new Schema.Parser(NameValidator.NO_VALIDATION).setValidateDefaults(false);
        readReferences(answer, parser, new HashSet<>());
        return parse(answer, parser, named);
    }

    private static Schema parse(JsonNode answer, Schema.Parser parser, String named) throws UnreadableEvent {
        try {
            return parser.parse(answer.path("schema").asText());
        } catch (RuntimeException e) {
            // The parser tells of some mistakes by failing over them: a name that nothing has is a null pointer.
            throw new UnreadableEvent("", named + " is no Avro schema: " + firstLine(e.getMessage()));
        }
    }

    /** The types that a schema takes from other schemas, each before the one that needs it. */
    private void readReferences(JsonNode schema, Schema.Parser parser, Set<String> read) throws UnreadableEvent {
        for (JsonNode reference : schema.path("references")) {
            String subject = reference.path("subject").asText();
            String version = reference.path("version").asText();
            String path = "/subjects/" + encoded(subject) + "/versions/" + encoded(version);
            if (!read.add(path)) {
                continue;
            } else if (read.size() > MOST_REFERENCES) {
                throw new UnreadableEvent("", "its schema refers to more than " + MOST_REFERENCES + " others");
            }
            String named = "schema " + subject + " in version " + version;
            JsonNode referred = ask(path, named);
            readReferences(referred, parser, read);
            parse(referred, parser, named);
        }
    }

    private JsonNode ask(String path, String named) throws UnreadableEvent {
        JsonNode answer = registry.get(path);
        if (answer == null) {
            throw new UnreadableEvent("", named + " is not in the schema registry");
        }
        return answer;
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String firstLine(@Nullable String message) {
        return String.valueOf(message).lines().findFirst().orElse("");
    }
}
