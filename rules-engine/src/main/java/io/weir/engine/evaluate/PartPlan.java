package io.weir.engine.evaluate;

/** What an epoch's rules ask of one part of a key's state. */
interface PartPlan {

    /** Of the part. */
    long name();

    /** An empty one. */
    KeyPart create();

    /** Whether a part of that name, as it was kept, can go on; sets what is asked of it from now on. */
    boolean adopt(KeyPart part);

    /** Whether something that happened at that event time may be asked for after another one. */
    default boolean reaches(long time, long after) {
        return true;
    }
}
