package io.weir.engine.evaluate;

/**
 * Looks for a value among the entries of a list that an event holds.
 *
 * @param stored what the entries are
 * @param compared what they are compared as
 * @param currency of entries that are money
 * @param entry the register that takes one after the other
 */
record Among(Rep stored, Rep compared, long currency, int entry) {

    boolean contains(Frame f, int value, int list) {
        byte[] bytes = f.asBytes(list);
        for (int i = 0; i < f.length(list); i++) {
            load(f, bytes, Lists.bitsOf(bytes, f.bits[list], i));
            if (isSame(f, value)) {
                return true;
            }
        }
        return false;
    }

    private void load(Frame f, byte[] bytes, long bits) {
        switch (stored) {
            case BOOL, LONG -> number(f, bits);
            case DOUBLE -> f.number(entry, bits);
            case DECIMAL, MONEY -> decimal(f, bytes, bits);
            case TEXT -> f.text(entry, bytes, (int) (bits >>> 32), (int) bits);
            case GEO, LIST -> throw new IllegalStateException("Nothing is among such entries (DEVELOPER)");
        }
    }

    private void number(Frame f, long value) {
        switch (compared) {
            case DECIMAL -> f.decimal(entry, value, 0);
            case DOUBLE -> f.number(entry, (double) value);
            default -> f.number(entry, value);
        }
    }

    private void decimal(Frame f, byte[] bytes, long bits) {
        if (compared == Rep.DOUBLE) {
            f.number(entry, Lists.decimal(bytes, bits).doubleValue());
        } else if (Row.isCompact(bits)) {
            f.decimal(entry, bits >> 8, (int) (bits & Row.BIG));
        } else {
            f.decimal(entry, Lists.decimal(bytes, bits));
        }
    }

    private boolean isSame(Frame f, int value) {
        return switch (compared) {
            case BOOL, LONG -> f.bits[value] == f.bits[entry];
            case DOUBLE -> f.asDouble(value) == f.asDouble(entry);
            case DECIMAL -> Decimals.compare(f, value, entry) == 0;
            case MONEY ->
                (f.currency[value] == currency || f.currency[value] == 0) && Decimals.compare(f, value, entry) == 0;
            case TEXT -> Texts.equal(f, value, entry);
            case GEO, LIST -> false;
        };
    }
}
