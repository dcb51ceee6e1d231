package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.plan.BuiltIn;
import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.Format;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.EventDefinition;
import io.weir.dsl.syntax.Name;
import java.time.Duration;

/** Checks an event's declaration. */
final class EventCheck {

    private final Problems problems;
    private final EventDefinition event;
    private final EventFields fields;

    EventCheck(Problems problems, Names names, EventDefinition event) {
        this.problems = problems;
        this.event = event;
        this.fields = new EventFields(problems, names, event);
    }

    StreamSymbol check() {
        String name = event.name().text();
        if (name.equals(BuiltIn.ALERT.name())) {
            problems.report(Code.BUILT_IN_STREAM, event.name().span(), name)
                    .help("give this event another name, or leave the declaration out: rules may watch " + name);
        }
        fields.read();
        StreamSchema schema = new StreamSchema(name, fields.fields(), timeSlot(), lateness(), topic(), format());
        return new StreamSymbol(
                schema, fields.unreadable(), problems.isTorn(event.span()), problems.hasErrorWithin(event.span()));
    }

    private int timeSlot() {
        Name time = event.time();
        int slot = time == null ? -1 : fields.slot(time, Wanted.TIME);
        if (time == null) {
            requireTime();
        } else if (slot >= 0) {
            Field field = fields.fields().get(slot);
            if (field.type() != Type.Scalar.TIMESTAMP || field.nullable()) {
                String type = Phrases.a(field.type()) + (field.nullable() ? " that may be missing" : "");
                problems.report(Code.TIME_FIELD_TYPE, time.span(), time.text(), type);
            }
        }
        return Math.max(slot, 0);
    }

    private void requireTime() {
        if (!problems.isTorn(event.span())) {
            problems.report(
                            Code.CLAUSE_MISSING,
                            event.name().span(),
                            "event " + event.name().text(),
                            "'time'")
                    .help("say which field holds the time of the event, behind the closing brace: time at");
        }
    }

    private Duration lateness() {
        if (event.lateness() == null) {
            return Duration.ZERO;
        }
        Duration lateness = new Literals(problems).duration(event.lateness(), "the lateness");
        return lateness == null ? Duration.ZERO : lateness;
    }

    private String topic() {
        if (event.topic() == null) {
            return TopicCheck.usual(event.name().text());
        }
        new TopicCheck(problems).check(event.topic());
        return event.topic().value();
    }

    private Format format() {
        Name name = event.format();
        if (name == null) {
            return Format.JSON;
        }
        for (Format format : Format.values()) {
            if (format.word().equals(name.text())) {
                return format;
            }
        }
        problems.report(Code.UNKNOWN_FORMAT, name.span(), name.text()).help("formats are json, csv and avro");
        return Format.JSON;
    }
}
