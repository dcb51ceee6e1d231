package io.weir.cli.lsp;

import java.nio.file.Path;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.jspecify.annotations.Nullable;

/**
 * A text that an editor has open.
 *
 * @param uri as the editor writes it
 * @param path null for a text that is not in a file
 */
record Document(String uri, @Nullable Path path, String text) {

    Document changed(TextDocumentContentChangeEvent change) {
        Range range = change.getRange();
        if (range == null) {
            return new Document(uri, path, change.getText());
        }
        Lines lines = new Lines(text);
        String before = text.substring(0, lines.offset(range.getStart()));
        String behind = text.substring(Math.max(before.length(), lines.offset(range.getEnd())));
        return new Document(uri, path, before + change.getText() + behind);
    }
}
