package io.weir.engine.evaluate;

import io.weir.dsl.plan.EventRef;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.Type;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A field of another event than the row at hand. That event's stream, or the schema it was decoded with, may differ from event to
 * event: the field is found by its name, and is missing where there is none of that name and type.
 */
final class OtherField {

    private final EventRef event;
    private final @Nullable String stream;
    private final Field field;
    private final RowSchemas schemas;

    // Neighbouring events mostly share their schema.
    private int lastSchema = -1;
    private int slot = -1;
    private int currencySlot;
    private long currency;

    OtherField(Expr.FieldOfEvent expr, RowSchemas schemas) {
        event = expr.event();
        field = expr.field();
        // Each event that may trigger has a name of its own; the others may be of any of the rule's streams.
        stream = event instanceof EventRef.Triggering ? expr.streamName() : null;
        this.schemas = schemas;
    }

    void load(Frame f, int to) {
        Frame.Host host = f.host;
        byte[] other = host == null ? null : host.event(event);
        if (other == null || !hasField(Bytes.getInt(other, 0))) {
            f.missing(to);
            return;
        }
        byte[] atHand = f.row;
        f.row = other;
        load(f, to, slot);
        f.row = atHand;
    }

    private boolean hasField(int schemaId) {
        if (schemaId != lastSchema) {
            lastSchema = schemaId;
            find(schemas.of(schemaId));
        }
        return slot >= 0;
    }

    private void find(@Nullable StreamSchema schema) {
        boolean isOf = schema != null && (stream == null || stream.equals(schema.name()));
        slot = schema == null || !isOf ? -1 : schema.slotOf(field.name());
        if (slot < 0
                || !sameForm(Objects.requireNonNull(schema).fields().get(slot).type(), field.type())) {
            slot = -1;
            return;
        }
        Field found = schema.fields().get(slot);
        currencySlot = Math.max(found.currencySlot(), 0);
        String fixed = found.type() instanceof Type.Money money ? money.currency() : null;
        currency = fixed == null ? 0 : Currencies.pack(fixed);
    }

    private static boolean sameForm(Type found, Type wanted) {
        return found.equals(wanted) || found instanceof Type.Money && wanted instanceof Type.Money;
    }

    private void load(Frame f, int to, int at) {
        if (currency != 0) {
            Loads.decimalField(f, to, at);
            f.currency[to] = currency;
        } else {
            Loads.load(f, Loads.opOf(field.type()), to, at, currencySlot);
        }
    }
}
