package io.weir.cli.backtest;

import io.weir.cli.CommandFailure;
import java.nio.file.Path;
import java.util.Collection;

/** What an option of the form {@code NAME=FILE} says. */
record NamedFile(String option, String name, Path file) {

    static NamedFile of(String option, String argument) {
        int equals = argument.indexOf('=');
        if (equals < 1 || equals == argument.length() - 1) {
            throw CommandFailure.usage(option + " " + argument + " is not NAME=FILE");
        }
        return new NamedFile(option, argument.substring(0, equals), Path.of(argument.substring(equals + 1)));
    }

    /** @param kind what the rules do not declare by that name, in a user's words */
    CommandFailure undeclared(String kind, Collection<String> declared) {
        return CommandFailure.usage(option + " " + name + "=" + file + ": the rules declare no " + kind + " " + name
                + (declared.isEmpty() ? "" : ", only " + String.join(", ", declared)));
    }
}
