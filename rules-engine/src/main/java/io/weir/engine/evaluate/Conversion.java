package io.weir.engine.evaluate;

/**
 * Money into another currency.
 *
 * @param rate a register of its own
 */
record Conversion(TableLookup rates, long target, int rate) {

    /** Itself where it is in that currency; an empty sum is zero in any. Missing, and counted, where there is no rate. */
    void convert(Frame f, int to, int amount) {
        long source = f.currency[amount];
        if (source == target || source == 0) {
            f.copy(to, amount);
        } else {
            rates.readRate(f, rate, source, target);
            if (!f.isPresent(rate)) {
                f.unmet.rates++;
                f.missing(to);
                return;
            }
            Decimals.multiply(f, to, amount, rate);
        }
        f.currency[to] = target;
    }
}
