package io.weir.cli.lsp;

import io.weir.dsl.assist.Completion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Completions as the protocol has them. */
final class Completions {

    private final Lines lines;
    private final Client client;

    Completions(Lines lines, Client client) {
        this.lines = lines;
        this.client = client;
    }

    List<CompletionItem> of(List<Completion> completions) {
        List<CompletionItem> items = new ArrayList<>();
        for (Completion completion : completions) {
            items.add(item(completion, items.size()));
        }
        return items;
    }

    private CompletionItem item(Completion completion, int place) {
        boolean snippet = completion.snippet() && client.snippets();
        CompletionItem item = new CompletionItem(completion.label());
        item.setKind(kind(completion.kind()));
        item.setSortText(String.format(Locale.ROOT, "%d%05d", completion.rank(), place));
        item.setTextEdit(Either.forLeft(
                new TextEdit(lines.range(completion.replaced()), snippet ? completion.insert() : plain(completion))));
        if (snippet) {
            item.setInsertTextFormat(InsertTextFormat.Snippet);
        }
        if (!completion.detail().isEmpty()) {
            item.setDetail(completion.detail());
        }
        if (completion.meaning() != null) {
            item.setDocumentation(completion.meaning());
        }
        return item;
    }

    // An editor without snippets gets the examples.
    private static String plain(Completion completion) {
        return completion.snippet()
                ? completion
                        .insert()
                        .replaceAll("\\$\\{\\d+:((?:[^}\\\\]|\\\\.)*)}", "$1")
                        .replaceAll("\\\\(.)", "$1")
                : completion.insert();
    }

    private static CompletionItemKind kind(Completion.Kind kind) {
        return switch (kind) {
            case WORD -> CompletionItemKind.Keyword;
            case PHRASE -> CompletionItemKind.Snippet;
            case FUNCTION -> CompletionItemKind.Function;
            case UNIT -> CompletionItemKind.Unit;
            case TYPE -> CompletionItemKind.TypeParameter;
            case EVENT -> CompletionItemKind.Struct;
            case FIELD -> CompletionItemKind.Field;
            case LET, STEP -> CompletionItemKind.Variable;
            case LIST -> CompletionItemKind.Enum;
            case MODEL, PROMPT -> CompletionItemKind.Interface;
            case TABLE -> CompletionItemKind.Module;
            case FEATURE -> CompletionItemKind.Property;
            case RULE -> CompletionItemKind.Class;
        };
    }
}
