package io.weir.engine.evaluate;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * Makes of a writer's schema and a stream's declaration the steps that lead from the bytes to a row: fields are found by their paths
 * once, here, and never by name in an event.
 */
final class AvroCompiler {

    private final AvroPaths declared;
    private final ZoneId zone;
    private final boolean wholeEvent;
    private final AvroSkips skips = new AvroSkips();

    /** @param wholeEvent false: nothing behind the last declared field is read; then no more than one is declared */
    AvroCompiler(AvroPaths declared, ZoneId zone, boolean wholeEvent) {
        this.declared = declared;
        this.zone = zone;
        this.wholeEvent = wholeEvent;
    }

    AvroStep compile(Schema writer) {
        return value(writer, declared, !wholeEvent);
    }

    /** @param last nothing behind this value will be read */
    private AvroStep value(Schema schema, AvroPaths paths, boolean last) {
        if (schema.getType() == Schema.Type.UNION) {
            return AvroStep.oneOf(schema.getTypes().stream()
                    .map(branch -> value(branch, paths, last))
                    .toArray(AvroStep[]::new));
        }
        List<AvroStep> steps = new ArrayList<>();
        for (AvroPaths.Place place : paths.places()) {
            steps.add(new AvroField(place.field(), place.slot(), zone).of(schema));
        }
        if (!paths.children().isEmpty() && schema.getType() == Schema.Type.RECORD) {
            steps.add(record(schema, paths, last));
        } else if (!paths.children().isEmpty() && schema.getType() == Schema.Type.MAP) {
            steps.add(map(schema, paths));
        }
        return switch (steps.size()) {
            case 0 -> skips.of(schema);
            case 1 -> steps.get(0);
            default -> AvroStep.each(steps.toArray(AvroStep[]::new));
        };
    }

    private AvroStep record(Schema schema, AvroPaths paths, boolean last) {
        List<Schema.Field> fields = schema.getFields();
        int read = last ? wanted(fields, paths) : fields.size();
        AvroStep[] steps = new AvroStep[read];
        for (int i = 0; i < read; i++) {
            Schema.Field field = fields.get(i);
            AvroPaths child = paths.child(field.name());
            steps[i] = child == null ? skips.of(field.schema()) : value(field.schema(), child, last && i == read - 1);
        }
        return AvroStep.all(steps);
    }

    /** How many fields there are up to the last that is declared. */
    private static int wanted(List<Schema.Field> fields, AvroPaths paths) {
        int count = fields.size();
        while (count > 0 && paths.child(fields.get(count - 1).name()) == null) {
            count--;
        }
        return count;
    }

    private AvroStep map(Schema schema, AvroPaths paths) {
        List<AvroMap.Entry> entries = new ArrayList<>();
        for (Map.Entry<String, AvroPaths> child : paths.children().entrySet()) {
            entries.add(AvroMap.entry(child.getKey(), value(schema.getValueType(), child.getValue(), false)));
        }
        return new AvroMap(entries, skips.of(schema.getValueType()));
    }
}
