package io.weir.cli.lsp;

import io.weir.cli.Version;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageClientAware;
import org.eclipse.lsp4j.services.LanguageServer;
import org.jspecify.annotations.Nullable;

/** What the server can do, and its life: initialize, shutdown, exit. */
final class WeirLanguageServer implements LanguageServer, LanguageClientAware, AutoCloseable {

    private final Session session = new Session();
    private final TextRequests texts = new TextRequests(session);
    private final WorkspaceRequests workspace = new WorkspaceRequests(session);
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    private volatile boolean shutDown;
    private volatile boolean watchesOnRequest;

    @Override
    public void connect(LanguageClient client) {
        session.connect(client);
    }

    /** The messages are read there; where they end without a good-bye, so does the server. */
    void listen(Future<?> reading) {
        Thread waiting = new Thread(
                () -> {
                    try {
                        reading.get();
                    } catch (Exception e) {
                        Thread.currentThread().interrupt();
                    }
                    ended.complete(shutDown);
                },
                "weir-lsp-input");
        waiting.setDaemon(true);
        waiting.start();
    }

    /** When the editor is done: true if it shut the server down first. */
    Future<Boolean> ended() {
        return ended;
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        Client client = Client.of(params.getCapabilities());
        watchesOnRequest = client.watchesOnRequest();
        session.start(client, folders(params));
        return CompletableFuture.completedFuture(
                new InitializeResult(capabilities(), new ServerInfo("weir", Version.number())));
    }

    @SuppressWarnings("deprecation") // older editors name one folder
    private static List<String> folders(InitializeParams params) {
        List<WorkspaceFolder> folders = params.getWorkspaceFolders();
        if (folders != null && !folders.isEmpty()) {
            return folders.stream().map(WorkspaceFolder::getUri).toList();
        }
        String root = params.getRootUri();
        return root == null ? List.of() : List.of(root);
    }

    private static ServerCapabilities capabilities() {
        ServerCapabilities can = new ServerCapabilities();
        TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
        sync.setOpenClose(true);
        sync.setChange(TextDocumentSyncKind.Incremental);
        sync.setSave(new SaveOptions(false));
        can.setTextDocumentSync(sync);
        can.setCompletionProvider(new CompletionOptions(false, List.of("@", ".", "{")));
        can.setHoverProvider(true);
        can.setDefinitionProvider(true);
        can.setReferencesProvider(true);
        can.setRenameProvider(new RenameOptions(true));
        can.setDocumentFormattingProvider(true);
        can.setDocumentSymbolProvider(true);
        can.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
        WorkspaceFoldersOptions folders = new WorkspaceFoldersOptions();
        folders.setSupported(true);
        folders.setChangeNotifications(true);
        can.setWorkspace(new WorkspaceServerCapabilities(folders));
        return can;
    }

    @Override
    public void initialized(InitializedParams params) {
        if (watchesOnRequest) {
            FileSystemWatcher rules = new FileSystemWatcher(Either.forLeft("**/*.weir"));
            Registration registration = new Registration(
                    "weir-files",
                    "workspace/didChangeWatchedFiles",
                    new DidChangeWatchedFilesRegistrationOptions(List.of(rules)));
            session.client().registerCapability(new RegistrationParams(List.of(registration)));
        }
    }

    @Override
    public CompletableFuture<@Nullable Object> shutdown() {
        shutDown = true;
        return session.ask(workspace -> null);
    }

    @Override
    public void exit() {
        ended.complete(shutDown);
    }

    @Override
    public void setTrace(SetTraceParams params) {
        // Nothing is traced.
    }

    @Override
    public TextRequests getTextDocumentService() {
        return texts;
    }

    @Override
    public WorkspaceRequests getWorkspaceService() {
        return workspace;
    }

    @Override
    public void close() {
        session.close();
    }
}
