package io.weir.cli.lsp;

import io.weir.dsl.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/**
 * The thread that owns the workspace, and what waits for it. A change is noted at once and taken over when something is next asked;
 * diagnostics wait until its author pauses, so that fast typing makes no queue.
 */
final class Session implements AutoCloseable {

    private static final long PAUSE_MILLIS = 120;

    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "weir-lsp");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Document> documents = new ConcurrentHashMap<>();
    private final Map<String, Document> changed = new LinkedHashMap<>();
    private final Workspace workspace = new Workspace(this::publish);
    private volatile @Nullable LanguageClient client;
    private volatile Client can = new Client(false, false);
    private @Nullable Future<?> check;

    void connect(LanguageClient editor) {
        client = editor;
    }

    void start(Client editor, List<String> folders) {
        can = editor;
        change(all -> folders.forEach(all::addFolder));
    }

    LanguageClient client() {
        return Objects.requireNonNull(client);
    }

    Client can() {
        return can;
    }

    @Nullable
    Document document(String uri) {
        return documents.get(uri);
    }

    /** A document has another text; the last one counts. */
    void set(Document document) {
        documents.put(document.uri(), document);
        synchronized (changed) {
            changed.put(document.uri(), document);
        }
        checkSoon();
    }

    void close(String uri) {
        documents.remove(uri);
        change(all -> all.close(uri));
    }

    /** Something else has changed. */
    void change(Consumer<Workspace> change) {
        worker.execute(() -> {
            takeOver();
            change.accept(workspace);
        });
        checkSoon();
    }

    /** Answers from the workspace with all changes in it, unless the editor has lost interest by then. */
    <T> CompletableFuture<@Nullable T> ask(Function<Workspace, @Nullable T> question) {
        return CompletableFutures.computeAsync(worker, cancelled -> {
            cancelled.checkCanceled();
            takeOver();
            return question.apply(workspace);
        });
    }

    private void takeOver() {
        List<Document> texts;
        synchronized (changed) {
            texts = new ArrayList<>(changed.values());
            changed.clear();
        }
        texts.forEach(workspace::open);
    }

    private synchronized void checkSoon() {
        if (check != null) {
            check.cancel(false);
        }
        check = worker.schedule(
                () -> {
                    takeOver();
                    workspace.tell();
                },
                PAUSE_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    private void publish(String source, String text, List<Diagnostic> diagnostics) {
        client().publishDiagnostics(new PublishDiagnosticsParams(
                workspace.uri(source), Diagnostics.of(new Lines(text), diagnostics)));
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
