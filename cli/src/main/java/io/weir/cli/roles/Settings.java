package io.weir.cli.roles;

import io.weir.cli.CommandFailure;
import io.weir.engine.InvalidSettings;
import java.util.function.Supplier;

/** Turns settings that nothing can run with into wrong usage. */
final class Settings {

    private Settings() {}

    static <T> T checked(Supplier<T> settings) {
        try {
            return settings.get();
        } catch (InvalidSettings e) {
            throw CommandFailure.usage(String.join("\n      ", e.problems()));
        }
    }
}
