package io.weir.cli.lsp;

import io.weir.dsl.Formatted;
import io.weir.dsl.RuleFormatter;
import io.weir.dsl.Source;
import io.weir.dsl.assist.Assistant;
import io.weir.dsl.assist.Renamed;
import io.weir.dsl.diagnostic.Diagnostic;
import io.weir.dsl.diagnostic.Span;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/** What the editor tells of its documents and asks about them. */
final class TextRequests implements TextDocumentService {

    private final Session session;

    TextRequests(Session session) {
        this.session = session;
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        TextDocumentItem opened = params.getTextDocument();
        session.set(new Document(opened.getUri(), Workspace.path(opened.getUri()), opened.getText()));
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        Document document = session.document(params.getTextDocument().getUri());
        if (document != null) {
            for (TextDocumentContentChangeEvent change : params.getContentChanges()) {
                document = document.changed(change);
            }
            session.set(document);
        }
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        session.close(params.getTextDocument().getUri());
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        // What is saved is what the editor has told before.
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        return at(
                params.getTextDocument().getUri(),
                params.getPosition(),
                Either.forLeft(List.of()),
                place -> Either.forLeft(new Completions(place.member.lines(), session.can())
                        .of(place.assistant.completions(place.member.source(), place.offset))));
    }

    @Override
    public CompletableFuture<@Nullable Hover> hover(HoverParams params) {
        return at(params.getTextDocument().getUri(), params.getPosition(), null, place -> {
            var hover = place.assistant.hover(place.member.source(), place.offset);
            return hover == null ? null : Answers.hover(place.member.lines(), hover);
        });
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
            DefinitionParams params) {
        return at(params.getTextDocument().getUri(), params.getPosition(), Either.forLeft(List.of()), place -> {
            var found = place.assistant.definition(place.member.source(), place.offset);
            return Either.forLeft(
                    found == null ? List.of() : List.of(place.answers().location(found)));
        });
    }

    @Override
    public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
        return at(params.getTextDocument().getUri(), params.getPosition(), List.of(), place -> {
            var declared = params.getContext().isIncludeDeclaration()
                    ? null
                    : place.assistant.definition(place.member.source(), place.offset);
            return place.assistant.references(place.member.source(), place.offset).stream()
                    .filter(found -> !found.equals(declared))
                    .map(place.answers()::location)
                    .toList();
        });
    }

    @Override
    public CompletableFuture<@Nullable Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>> prepareRename(
            PrepareRenameParams params) {
        return at(params.getTextDocument().getUri(), params.getPosition(), null, place -> {
            Span span = place.assistant.renamable(place.member.source(), place.offset);
            return span == null ? null : Either3.forFirst(place.member.lines().range(span));
        });
    }

    @Override
    public CompletableFuture<@Nullable WorkspaceEdit> rename(RenameParams params) {
        return at(params.getTextDocument().getUri(), params.getPosition(), null, place -> {
            Renamed renamed = place.assistant.rename(place.member.source(), place.offset, params.getNewName());
            if (renamed.refusal() != null) {
                throw new ResponseErrorException(
                        new ResponseError(ResponseErrorCode.RequestFailed, renamed.refusal(), null));
            }
            return place.answers().edit(renamed.edits());
        });
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
        return member(params.getTextDocument().getUri(), List.of(), (workspace, member) -> {
            String text = String.valueOf(member.pack().text(member.source()));
            Formatted formatted = RuleFormatter.format(new Source(member.source(), text));
            return Answers.difference(member.lines(), text, formatted.text());
        });
    }

    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams params) {
        return member(
                params.getTextDocument().getUri(),
                List.of(),
                (workspace, member) ->
                        new Symbols(member.lines()).of(new Assistant(member.pack()).outline(member.source())));
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
        String uri = params.getTextDocument().getUri();
        return member(uri, List.of(), (workspace, member) -> {
            List<Diagnostic> diagnostics = member.pack().diagnostics(member.source());
            return new QuickFixes(uri, member.lines()).of(diagnostics, params.getRange());
        });
    }

    /** A place in a document. */
    private record Asked(Workspace workspace, Workspace.Member member, Assistant assistant, int offset) {
        Answers answers() {
            return new Answers(workspace, member.pack());
        }
    }

    private interface Question<T> {
        @Nullable
        T ask(Workspace workspace, Workspace.Member member);
    }

    private <T> CompletableFuture<@Nullable T> at(
            String uri, Position position, @Nullable T nothing, Function<Asked, T> question) {
        return member(
                uri,
                nothing,
                (workspace, member) -> question.apply(new Asked(
                        workspace,
                        member,
                        new Assistant(member.pack()),
                        member.lines().offset(position))));
    }

    private <T> CompletableFuture<@Nullable T> member(String uri, @Nullable T nothing, Question<T> question) {
        return session.ask(workspace -> {
            Workspace.Member member = workspace.member(uri);
            return member == null ? nothing : question.ask(workspace, member);
        });
    }
}
