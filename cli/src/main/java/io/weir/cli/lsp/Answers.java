package io.weir.cli.lsp;

import io.weir.dsl.Pack;
import io.weir.dsl.assist.Renamed;
import io.weir.dsl.diagnostic.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;

/** What the assistant answers, as the protocol has it. */
final class Answers {

    private final Workspace workspace;
    private final Pack pack;

    Answers(Workspace workspace, Pack pack) {
        this.workspace = workspace;
        this.pack = pack;
    }

    static Hover hover(Lines lines, io.weir.dsl.assist.Hover hover) {
        return new Hover(new MarkupContent(MarkupKind.MARKDOWN, hover.markdown()), lines.range(hover.span()));
    }

    Location location(io.weir.dsl.assist.Location location) {
        return new Location(
                workspace.uri(location.source()), lines(location.source()).range(location.span()));
    }

    WorkspaceEdit edit(List<Renamed.Edit> edits) {
        Map<String, List<TextEdit>> changes = new LinkedHashMap<>();
        for (Renamed.Edit edit : edits) {
            String source = edit.where().source();
            changes.computeIfAbsent(workspace.uri(source), any -> new ArrayList<>())
                    .add(new TextEdit(lines(source).range(edit.where().span()), edit.text()));
        }
        return new WorkspaceEdit(changes);
    }

    private Lines lines(String source) {
        return new Lines(String.valueOf(pack.text(source)));
    }

    /** One edit from the first difference to the last; none where there is none. */
    static List<TextEdit> difference(Lines lines, String before, String after) {
        if (before.equals(after)) {
            return List.of();
        }
        int shorter = Math.min(before.length(), after.length());
        int front = 0;
        while (front < shorter && before.charAt(front) == after.charAt(front)) {
            front++;
        }
        front = lineStart(before, front);
        int back = 0;
        while (back < shorter - front
                && before.charAt(before.length() - 1 - back) == after.charAt(after.length() - 1 - back)) {
            back++;
        }
        // Not within a line end or a character of two units.
        while (back > 0 && before.charAt(before.length() - back) != '\n') {
            back--;
        }
        Span changed = new Span(front, before.length() - back);
        return List.of(new TextEdit(lines.range(changed), after.substring(front, after.length() - back)));
    }

    private static int lineStart(String text, int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }
}
