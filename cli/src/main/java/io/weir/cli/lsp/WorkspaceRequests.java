package io.weir.cli.lsp;

import java.util.List;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.services.WorkspaceService;

/** What the editor tells of folders and files. */
final class WorkspaceRequests implements WorkspaceService {

    private final Session session;

    WorkspaceRequests(Session session) {
        this.session = session;
    }

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {
        // There is nothing to configure.
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        List<String> uris = params.getChanges().stream().map(FileEvent::getUri).toList();
        session.change(workspace -> uris.forEach(workspace::changed));
    }

    @Override
    public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
        List<WorkspaceFolder> added = params.getEvent().getAdded();
        List<WorkspaceFolder> removed = params.getEvent().getRemoved();
        session.change(workspace -> {
            removed.forEach(folder -> workspace.removeFolder(folder.getUri()));
            added.forEach(folder -> workspace.addFolder(folder.getUri()));
        });
    }
}
