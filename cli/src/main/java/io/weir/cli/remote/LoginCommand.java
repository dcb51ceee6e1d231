package io.weir.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.cli.CommandFailure;
import io.weir.cli.Console;
import io.weir.cli.ExitCode;
import io.weir.cli.Stdin;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** `weir login`. */
@Command(
        name = "login",
        description = {
            "Remember a server and a key for it, so that other commands find them.",
            "",
            "The key is asked for, or read from stdin: it never stands on a command line, where others could see it.",
            "Keys are kept in ~/.config/weir/contexts.json, which you alone can read.",
            ""
        })
public final class LoginCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "URL", description = "The admin server, such as https://weir.example.com")
    private URI server = URI.create("");

    @Option(names = "--name", paramLabel = "NAME", description = "Of the context. Default: the server's host")
    private @Nullable String name;

    @Option(names = "--tenant", paramLabel = "NAME", description = "Whose rules, where the key opens several")
    private @Nullable String tenant;

    LoginCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        String url = server.toString().replaceAll("/+$", "");
        if (server.getHost() == null) {
            throw CommandFailure.usage(server + " is not a URL such as http://127.0.0.1:8180");
        }
        String key = key();
        JsonNode me = new ServerClient(URI.create(url), key, tenant).get("/api/v1/me", Map.of());
        String context = name == null ? server.getHost() : name;
        Contexts.read()
                .with(context, new Contexts.Context(url, key, tenant))
                .withCurrent(context)
                .save();
        console.say(
                "logged in to " + url + " as " + me.path("name").asText() + " (" + roles(me) + "), context " + context);
        return ExitCode.GOOD;
    }

    private String key() {
        java.io.Console terminal = System.console();
        char[] typed = terminal == null ? null : terminal.readPassword("Key for %s: ", server);
        String key = typed == null ? Stdin.text().strip() : new String(typed).strip();
        if (key.isEmpty()) {
            throw CommandFailure.usage("no key was given; a server without admins prints one when it starts");
        }
        return key;
    }

    static String roles(JsonNode of) {
        List<String> roles = new ArrayList<>();
        of.path("roles").forEach(role -> roles.add(role.asText()));
        return String.join(", ", roles);
    }
}
