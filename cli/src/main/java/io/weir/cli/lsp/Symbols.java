package io.weir.cli.lsp;

import io.weir.dsl.assist.Outline;
import java.util.List;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** The outline of a document as the protocol has it. */
final class Symbols {

    private final Lines lines;

    Symbols(Lines lines) {
        this.lines = lines;
    }

    List<Either<SymbolInformation, DocumentSymbol>> of(List<Outline> outlines) {
        return outlines.stream()
                .map(outline -> Either.<SymbolInformation, DocumentSymbol>forRight(symbol(outline)))
                .toList();
    }

    private DocumentSymbol symbol(Outline outline) {
        String name = outline.text().isBlank() ? "(no name)" : outline.text();
        DocumentSymbol symbol =
                new DocumentSymbol(name, kind(outline), lines.range(outline.span()), lines.range(outline.name()));
        symbol.setDetail(outline.kind() == null ? "test" : outline.kind().text());
        symbol.setChildren(outline.parts().stream().map(this::symbol).toList());
        return symbol;
    }

    private static SymbolKind kind(Outline outline) {
        if (outline.kind() == null) {
            return SymbolKind.Method;
        }
        return switch (outline.kind()) {
            case EVENT -> SymbolKind.Event;
            case LIST -> SymbolKind.Enum;
            case MODEL, PROMPT -> SymbolKind.Interface;
            case TABLE -> SymbolKind.Object;
            case FEATURE -> SymbolKind.Property;
            case RULE -> SymbolKind.Function;
            case FIELD, INPUT, COLUMN -> SymbolKind.Field;
            case LET, ALIAS, STEP, WORD -> SymbolKind.Variable;
        };
    }
}
