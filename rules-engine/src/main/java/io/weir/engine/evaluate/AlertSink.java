package io.weir.engine.evaluate;

/** Takes alerts as they are raised. */
@FunctionalInterface
public interface AlertSink {

    void alert(RaisedAlert alert);
}
