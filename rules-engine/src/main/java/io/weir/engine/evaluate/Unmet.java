package io.weir.engine.evaluate;

/** What amounts of money had no value together, by why; counts since the start. */
final class Unmet {

    /** Comparisons and sums that met two currencies. */
    long currencies;

    /** Conversions that found no rate. */
    long rates;
}
