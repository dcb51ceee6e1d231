package io.weir.engine.naive;

import java.util.List;

/** Whatever evaluates rules. */
public interface Engine {

    /** All that the world's rules send, in any order. */
    List<Outcome> run(World world);
}
