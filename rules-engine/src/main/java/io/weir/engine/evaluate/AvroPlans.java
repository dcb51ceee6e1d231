package io.weir.engine.evaluate;

import io.weir.dsl.plan.Field;
import java.time.ZoneId;
import java.util.Arrays;

/** What is compiled for one stream, by the number of the writer's schema that an event begins with. */
final class AvroPlans {

    /** Of the zero and the schema's number. */
    static final int FRAME = 5;

    private final WriterSchemas writers;
    private final AvroCompiler compiler;
    private int[] ids = new int[4];
    private AvroStep[] plans = new AvroStep[4];
    private int count;
    private int latest;

    private AvroPlans(WriterSchemas writers, AvroCompiler compiler) {
        this.writers = writers;
        this.compiler = compiler;
    }

    /** For whole rows. */
    static AvroPlans of(Iterable<Field> fields, ZoneId zone, WriterSchemas writers) {
        AvroPaths paths = new AvroPaths();
        int slot = 0;
        for (Field field : fields) {
            paths.add(field, slot++);
        }
        return new AvroPlans(writers, new AvroCompiler(paths, zone, true));
    }

    /** For that field alone, which goes to slot 0; what stands behind it is not looked at. */
    static AvroPlans ofOne(Field field, ZoneId zone, WriterSchemas writers) {
        AvroPaths paths = new AvroPaths();
        paths.add(field, 0);
        return new AvroPlans(writers, new AvroCompiler(paths, zone, false));
    }

    AvroStep of(byte[] event) throws UnreadableEvent {
        if (event.length < FRAME || event[0] != 0) {
            throw new UnreadableEvent("", "not Avro as a schema registry frames it: a zero and a schema's number");
        }
        int id = bigEndian(event);
        if (count > 0 && ids[latest] == id) {
            return plans[latest];
        }
        for (int i = 0; i < count; i++) {
            if (ids[i] == id) {
                latest = i;
                return plans[i];
            }
        }
        return add(id);
    }

    private static int bigEndian(byte[] event) {
        return event[1] << 24 | (event[2] & 0xff) << 16 | (event[3] & 0xff) << 8 | event[4] & 0xff;
    }

    private AvroStep add(int id) throws UnreadableEvent {
        AvroStep plan = compiler.compile(writers.numbered(id));
        if (count == ids.length) {
            ids = Arrays.copyOf(ids, count * 2);
            plans = Arrays.copyOf(plans, count * 2);
        }
        ids[count] = id;
        plans[count] = plan;
        latest = count++;
        return plan;
    }
}
