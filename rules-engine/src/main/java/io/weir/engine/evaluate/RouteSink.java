package io.weir.engine.evaluate;

/** Takes what routing a row gives: outcomes of stateless rules, and one routed row for each key that it concerns. */
public interface RouteSink extends OutcomeSink {

    void routed(RoutedRow row);
}
