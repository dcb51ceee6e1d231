package io.weir.engine.operator;

import io.weir.dsl.contract.ControlRecord;
import io.weir.engine.evaluate.Tables;
import io.weir.engine.state.ControlMessage;
import java.io.Serializable;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a task knows of rules before its first event; without it no event is evaluated. */
public interface Bootstrap extends Serializable {

    /** All control records so far. Blocks until it has them; fails, with the reason, at a deadline. */
    Reading read();

    /** Is told each control record that arrives later. */
    default void seen(ControlMessage message) {}

    /** Where one task finds the rows of tables. */
    default Tables tables() {
        return Tables.empty();
    }

    /** False where partitions have an order of their own across topics: files do, that of the command line. */
    default boolean topicsOrderEvents() {
        return true;
    }

    /**
     * A beginning of the control topic.
     *
     * @param next the offset at which it ends
     */
    record Reading(List<ControlMessage> messages, long next) {
        public Reading {
            messages = List.copyOf(messages);
        }
    }

    /** Known in advance. */
    static Bootstrap of(List<? extends ControlRecord> records) {
        return new FixedBootstrap(records, true, new FixedTables(Map.of(), ZoneOffset.UTC));
    }

    /** Known in advance, for events from files: each file is a partition, and they are numbered across all streams. */
    static Bootstrap ofFiles(List<? extends ControlRecord> records) {
        return ofFiles(records, Map.of(), ZoneOffset.UTC);
    }

    /**
     * The same with rows of tables.
     *
     * @param tables JSON, by the tables' names; all of them can be read
     * @param zone of times that name none
     */
    static Bootstrap ofFiles(List<? extends ControlRecord> records, Map<String, List<byte[]>> tables, ZoneId zone) {
        return new FixedBootstrap(records, false, new FixedTables(tables, zone));
    }

    /** The same at every start. */
    final class FixedBootstrap implements Bootstrap {

        private static final long serialVersionUID = 1L;

        private final ArrayList<byte[]> keysAndValues = new ArrayList<>();
        private final boolean topicsOrderEvents;
        private final FixedTables tables;

        private FixedBootstrap(List<? extends ControlRecord> records, boolean topicsOrderEvents, FixedTables tables) {
            this.tables = tables;
            this.topicsOrderEvents = topicsOrderEvents;
            for (ControlRecord record : records) {
                ControlMessage message = ControlMessage.of(0, record);
                keysAndValues.add(message.key());
                keysAndValues.add(message.value());
            }
        }

        @Override
        public boolean topicsOrderEvents() {
            return topicsOrderEvents;
        }

        @Override
        public Tables tables() {
            return tables;
        }

        @Override
        public Reading read() {
            List<ControlMessage> messages = new ArrayList<>();
            for (int i = 0; i < keysAndValues.size(); i += 2) {
                messages.add(new ControlMessage(messages.size(), keysAndValues.get(i), keysAndValues.get(i + 1)));
            }
            return new Reading(messages, messages.size());
        }
    }
}
