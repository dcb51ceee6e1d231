package io.weir.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.cli.Console;
import io.weir.cli.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** `weir rules`. */
@Command(name = "rules", description = "List the rules in force, and how often they fired.")
public final class RulesCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(names = "--json", description = "The server's answer as it is")
    private boolean json;

    RulesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        JsonNode answer = server.client().rules();
        if (json) {
            console.out().println(answer.toPrettyString());
            return ExitCode.GOOD;
        }
        Table table = new Table("NAME", "REVISION", "STATE", "SEVERITY", "HITS", "ERRORS", "RULE");
        answer.path("rules")
                .forEach(rule -> table.row(
                        rule.path("name").asText(),
                        rule.path("revision").asText(),
                        state(rule),
                        rule.path("severity").asText(),
                        rule.path("status").path("hits").asText("0"),
                        rule.path("status").path("errors").asText("0"),
                        rule.path("title").asText()));
        table.print(console.out());
        console.say("epoch " + answer.path("epoch").asLong());
        return ExitCode.GOOD;
    }

    private static String state(JsonNode rule) {
        if (rule.path("status").has("quarantined")) {
            return "quarantined";
        }
        return (rule.path("candidate").asBoolean()
                        ? "candidate"
                        : rule.path("state").asText())
                + (rule.has("percent") ? " " + rule.path("percent").asInt() + "%" : "");
    }
}
