package io.weir.engine.evaluate;

/** Takes what routing a row gives: alerts of stateless rules, and one routed row for each key that it concerns. */
public interface RouteSink extends AlertSink {

    void routed(RoutedRow row);
}
