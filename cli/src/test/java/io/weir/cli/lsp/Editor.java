package io.weir.cli.lsp;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/** An editor that speaks with the server as real ones do, over streams, and keeps its documents' texts. */
final class Editor implements LanguageClient, AutoCloseable {

    private final Map<String, List<Diagnostic>> diagnostics = new ConcurrentHashMap<>();
    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final AtomicInteger published = new AtomicInteger();
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    private final LanguageServer server;
    private int version;

    private Editor() throws IOException {
        PipedInputStream toServer = new PipedInputStream(1 << 20);
        PipedInputStream toClient = new PipedInputStream(1 << 20);
        PipedOutputStream fromServer = new PipedOutputStream(toClient);
        PipedOutputStream fromClient = new PipedOutputStream(toServer);
        Thread running = new Thread(() -> {
            try {
                exitCode.complete(LspCommand.run(toServer, fromServer));
            } catch (InterruptedException e) {
                exitCode.completeExceptionally(e);
            }
        });
        running.setDaemon(true);
        running.start();
        var launcher = LSPLauncher.createClientLauncher(this, toClient, fromClient);
        launcher.startListening();
        server = launcher.getRemoteProxy();
    }

    static Editor in(Path... folders) throws Exception {
        Editor editor = new Editor();
        InitializeParams params = new InitializeParams();
        params.setWorkspaceFolders(Arrays.stream(folders)
                .map(folder -> new WorkspaceFolder(folder.toUri().toString(), "folder"))
                .toList());
        TextDocumentClientCapabilities can = new TextDocumentClientCapabilities();
        can.setCompletion(new CompletionCapabilities(new CompletionItemCapabilities(true)));
        params.setCapabilities(new ClientCapabilities(null, can, null));
        InitializeResult result = editor.server.initialize(params).get(30, TimeUnit.SECONDS);
        editor.server.initialized(new InitializedParams());
        if (result.getCapabilities().getCompletionProvider() == null) {
            throw new IllegalStateException("The server completes nothing");
        }
        return editor;
    }

    LanguageServer server() {
        return server;
    }

    CompletableFuture<Integer> exitCode() {
        return exitCode;
    }

    void open(String uri, String text) {
        texts.put(uri, text);
        server.getTextDocumentService()
                .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "weir", ++version, text)));
    }

    void close(String uri) {
        texts.remove(uri);
        server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(uri)));
    }

    String text(String uri) {
        return texts.getOrDefault(uri, "");
    }

    /** Where that stands; the bar says where in it. */
    Position position(String uri, String place) {
        String plain = place.replace("|", "");
        int offset = text(uri).indexOf(plain);
        if (offset < 0) {
            throw new IllegalArgumentException("No '" + plain + "' in " + text(uri));
        }
        return position(text(uri), offset + Math.max(0, place.indexOf('|')));
    }

    // The protocol's count, written apart from the server's.
    private static Position position(String text, int offset) {
        String before = text.substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count();
        return new Position(line, offset - (before.lastIndexOf('\n') + 1));
    }

    /** Replaces what stands there, as typing does. */
    void type(String uri, String old, String fresh) {
        int offset = text(uri).indexOf(old);
        Range range = new Range(position(text(uri), offset), position(text(uri), offset + old.length()));
        apply(uri, List.of(new TextEdit(range, fresh)));
    }

    /** Applies edits that do not overlap, the last one first, and tells the server. */
    void apply(String uri, List<TextEdit> edits) {
        edits.stream()
                .sorted((one, other) ->
                        compare(other.getRange().getStart(), one.getRange().getStart()))
                .forEach(edit -> {
                    String text = text(uri);
                    int from = offset(text, edit.getRange().getStart());
                    int to = offset(text, edit.getRange().getEnd());
                    texts.put(uri, text.substring(0, from) + edit.getNewText() + text.substring(to));
                    server.getTextDocumentService()
                            .didChange(new DidChangeTextDocumentParams(
                                    new VersionedTextDocumentIdentifier(uri, ++version),
                                    List.of(new TextDocumentContentChangeEvent(edit.getRange(), edit.getNewText()))));
                });
    }

    private static int compare(Position one, Position other) {
        int lines = Integer.compare(one.getLine(), other.getLine());
        return lines == 0 ? Integer.compare(one.getCharacter(), other.getCharacter()) : lines;
    }

    private static int offset(String text, Position position) {
        int start = 0;
        for (int line = 0; line < position.getLine(); line++) {
            start = text.indexOf('\n', start) + 1;
        }
        return start + position.getCharacter();
    }

    /** Waits until the server says that of the document. */
    List<Diagnostic> awaitDiagnostics(String uri, Predicate<List<Diagnostic>> condition) {
        await().atMost(30, TimeUnit.SECONDS).until(() -> condition.test(diagnostics.getOrDefault(uri, List.of())));
        return diagnostics.getOrDefault(uri, List.of());
    }

    int published() {
        return published.get();
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams params) {
        published.incrementAndGet();
        diagnostics.put(params.getUri(), params.getDiagnostics());
    }

    @Override
    public void telemetryEvent(Object object) {}

    @Override
    public void showMessage(MessageParams message) {}

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
        return CompletableFuture.completedFuture(new MessageActionItem(""));
    }

    @Override
    public void logMessage(MessageParams message) {}

    @Override
    public void close() {
        server.exit();
    }
}
