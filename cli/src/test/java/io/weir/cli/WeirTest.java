package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WeirTest {

    @Test
    void help_asked_goesToStdout() {
        Ran ran = Ran.weir("--help");

        assertThat(ran.exitCode()).isEqualTo(ExitCode.GOOD);
        assertThat(ran.out()).contains("Exit codes:", "weir COMMAND --help");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void command_missing_showsHelpOnStderr() {
        Ran ran = Ran.weir();

        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("Usage: weir");
    }

    @Test
    void option_unknown_isWrongUsage() {
        Ran ran = Ran.weir("--bogus");

        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("weir: Unknown option: '--bogus'").doesNotContain("\tat ");
    }

    @Test
    void version_asked_comesFromTheBuild() {
        Ran ran = Ran.weir("--version");

        assertThat(ran.exitCode()).isEqualTo(ExitCode.GOOD);
        assertThat(ran.out()).matches("(?s)weir \\d+\\.\\d+.*");
    }
}
