package io.weir.cli.lsp;

import io.weir.cli.Console;
import io.weir.cli.ExitCode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** `weir lsp`. */
@Command(
        name = "lsp",
        description = {
            "Answer an editor: diagnostics, completion, hover, renaming and more, by the Language Server Protocol.",
            "",
            "Started by editors, not by people: it speaks the protocol on stdin and stdout. docs/editors.md says how to set one up."
        })
public final class LspCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--stdio",
            description = "Speak on stdin and stdout: there is no other way, but many editors say so")
    private boolean stdio;

    LspCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        // Whoever prints, prints to stderr: stdout is the protocol's.
        System.setOut(System.err);
        console.err().flush();
        return run(System.in, out);
    }

    /** Until the editor says good-bye; good if it first asked to shut down. */
    static int run(InputStream in, OutputStream out) throws InterruptedException {
        WeirLanguageServer server = new WeirLanguageServer();
        Launcher<LanguageClient> launcher = LSPLauncher.createServerLauncher(server, in, out);
        server.connect(launcher.getRemoteProxy());
        server.listen(launcher.startListening());
        try {
            return server.ended().get() ? ExitCode.GOOD : ExitCode.PROBLEMS;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            server.close();
        }
    }
}
