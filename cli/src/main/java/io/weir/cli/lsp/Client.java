package io.weir.cli.lsp;

import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.jspecify.annotations.Nullable;

/**
 * What the editor can do.
 *
 * @param snippets it lets places in a completion be filled in
 * @param watchesOnRequest it tells of changed files, if asked to
 */
record Client(boolean snippets, boolean watchesOnRequest) {

    static Client of(@Nullable ClientCapabilities capabilities) {
        if (capabilities == null) {
            return new Client(false, false);
        }
        return new Client(snippets(capabilities.getTextDocument()), watches(capabilities.getWorkspace()));
    }

    private static boolean snippets(@Nullable TextDocumentClientCapabilities texts) {
        return texts != null
                && texts.getCompletion() != null
                && texts.getCompletion().getCompletionItem() != null
                && Boolean.TRUE.equals(texts.getCompletion().getCompletionItem().getSnippetSupport());
    }

    private static boolean watches(@Nullable WorkspaceClientCapabilities workspace) {
        return workspace != null
                && workspace.getDidChangeWatchedFiles() != null
                && Boolean.TRUE.equals(workspace.getDidChangeWatchedFiles().getDynamicRegistration());
    }
}
