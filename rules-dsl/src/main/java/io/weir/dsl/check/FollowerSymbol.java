package io.weir.dsl.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The event that a rule waits for after the one that triggers it.
 *
 * @param streams of any of which it may be
 * @param negated it must not come
 * @param acted whether it is spoken of in what the rule then does, rather than in what must hold before
 */
record FollowerSymbol(@Nullable String alias, List<StreamSymbol> streams, boolean negated, boolean acted) {

    FollowerSymbol {
        streams = List.copyOf(streams);
    }

    FollowerSymbol inActions() {
        return new FollowerSymbol(alias, streams, negated, true);
    }

    boolean isCalled(String name) {
        return alias == null ? streams.stream().anyMatch(stream -> stream.name().equals(name)) : alias.equals(name);
    }
}
