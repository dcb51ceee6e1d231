package io.weir.dsl.contract;

/** A record of the control topic. */
public sealed interface ControlRecord permits Artifact, Release, Prepare {

    String tenant();

    /** The record's key on the control topic. */
    String key();
}
