package io.weir.engine.evaluate;

import io.weir.dsl.plan.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The declared fields as a tree of their paths; everything else in an event is skipped unread. */
final class JsonPaths {

    private final Map<String, JsonPaths> children = new HashMap<>();
    private final List<JsonField> fields = new ArrayList<>();

    void add(JsonField field, Field declared) {
        JsonPaths node = this;
        for (String name : declared.path()) {
            node = node.children.computeIfAbsent(name, any -> new JsonPaths());
        }
        node.fields.add(field);
    }

    @Nullable
    JsonPaths child(String name) {
        return children.get(name);
    }

    /** The fields that stand right here. */
    List<JsonField> fields() {
        return fields;
    }

    boolean hasChildren() {
        return !children.isEmpty();
    }

    /** Forgets what was read below here: a repeated name counts as its last occurrence. */
    void unset(RowWriter row, int timeSlot) throws UnreadableEvent {
        for (JsonField field : fields) {
            if (row.isSet(field.slot())) {
                if (field.slot() == timeSlot) {
                    throw new UnreadableEvent(field.name(), "occurs twice, so the event's time is unclear");
                }
                row.unset(field.slot());
            }
        }
        for (JsonPaths child : children.values()) {
            child.unset(row, timeSlot);
        }
    }
}
