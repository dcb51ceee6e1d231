package io.weir.cli.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.weir.cli.CommandFailure;
import io.weir.cli.Console;
import io.weir.cli.ExitCode;
import io.weir.cli.Stdin;
import io.weir.dsl.RuleTree;
import io.weir.dsl.Source;
import io.weir.dsl.diagnostic.Renderer;
import io.weir.dsl.json.TreeJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** `weir tree`. */
@Command(
        name = "tree",
        description = {
            "Print rule files as JSON trees, or a JSON tree as a rule file: for programs that read and write rules.",
            "",
            "One file is one tree; several are an array of {\"file\": …, \"tree\": …}. Comments go along. `-` reads stdin.",
            "docs/rule-tree.md says what is in a tree, docs/rule-tree.schema.json says it to programs.",
            "",
            "For example, a rule file on its way through a program, and back:",
            "  weir tree pay.weir | jq '.declarations[0].severity = \"high\"' | weir tree --text -"
        })
public final class TreeCommand implements Callable<Integer> {

    private static final Path STDIN = Path.of("-");

    private final Console console;
    private final ArrayNode trees = JsonNodeFactory.instance.arrayNode();
    private boolean unreadable;

    @ArgGroup
    private @Nullable Way way;

    /** What goes in or comes out. */
    private static final class Way {
        @Option(names = "--text", description = "Print the rule file that a JSON tree says")
        private boolean text;

        @Option(names = "--ranges", description = "And where each node stands: lines, columns and offsets")
        private boolean ranges;
    }

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Files, folders with *.weir files in them, or -; with --text one JSON file, or -")
    private List<Path> paths = List.of();

    TreeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Way asked = way == null ? new Way() : way;
        return asked.text ? text() : json(asked.ranges);
    }

    private int json(boolean ranges) {
        List<RuleFile> files = isStdin() ? List.of(new RuleFile("stdin", Stdin.text())) : RuleFiles.read(paths);
        files.forEach(file -> tree(file, ranges));
        if (!unreadable) {
            JsonNode printed = trees.size() == 1 ? trees.get(0).get("tree") : trees;
            console.out().println(printed.toPrettyString());
        }
        return unreadable ? ExitCode.PROBLEMS : ExitCode.GOOD;
    }

    private void tree(RuleFile file, boolean ranges) {
        RuleTree tree = RuleTree.of(new Source(file.name(), file.text()), ranges);
        if (tree.json() == null) {
            unreadable = true;
            Renderer renderer = console.errColour() ? Renderer.coloured() : Renderer.plain();
            console.err().print(renderer.render(tree.diagnostics()));
        } else {
            trees.addObject().put("file", file.name()).set("tree", tree.json());
        }
    }

    private int text() {
        RuleFile file = jsonFile();
        TreeJson.Text text = RuleTree.text(file.text());
        text.problems().forEach(problem -> console.say(file.name() + ": " + problem));
        if (text.text() == null) {
            return ExitCode.PROBLEMS;
        }
        console.out().print(text.text());
        return ExitCode.GOOD;
    }

    private RuleFile jsonFile() {
        if (paths.size() != 1 || Files.isDirectory(paths.get(0))) {
            throw CommandFailure.usage("--text reads one JSON file, or - for stdin");
        }
        return isStdin()
                ? new RuleFile("stdin", Stdin.text())
                : RuleFiles.read(paths).get(0);
    }

    private boolean isStdin() {
        return paths.equals(List.of(STDIN));
    }
}
