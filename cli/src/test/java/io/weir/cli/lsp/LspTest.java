package io.weir.cli.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.dsl.RuleFormatter;
import io.weir.dsl.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LspTest {

    private static final String EVENTS = """
            # Zahlungen \ud83d\udcb6 f\u00fcr Gro\u00dfh\u00e4ndler
            event Payment { cardId: text  country: text?  amount: money EUR  at: timestamp } time at
            """;
    private static final String RULE = """
            rule "Gro\u00df \ud83d\ude80" on Payment when country is "\u00d6\ud83d\ude80" and amount > 5 EUR then alert "\ud83d\ude80 {cardId}: {amount}"
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Editor editor;

    @SuppressWarnings("NullAway.Init")
    private String rules;

    @SuppressWarnings("NullAway.Init")
    private String events;

    @BeforeEach
    void startsInAFolderOfTwoFiles() throws Exception {
        Files.writeString(folder.resolve("events.weir"), EVENTS);
        Files.writeString(folder.resolve("rules.weir"), RULE);
        events = folder.resolve("events.weir").toUri().toString();
        rules = folder.resolve("rules.weir").toUri().toString();
        editor = Editor.in(folder);
    }

    @AfterEach
    void ends() {
        editor.close();
    }

    @Test
    void author_writingARule_isHelpedUntilItIsRight() throws Exception {
        editor.open(rules, RULE);

        editor.type(rules, "amount > 5", "amuont > 5");
        List<Diagnostic> found = editor.awaitDiagnostics(rules, all -> all.size() == 1);
        assertThat(found.get(0).getRange()).isEqualTo(range("|amuont", "amuont|"));
        assertThat(found.get(0).getCode().getLeft()).isEqualTo("E203");
        assertThat(found.get(0).getMessage().getLeft()).contains("did you mean 'amount'");

        assertThat(completions("and |amuont"))
                .extracting(CompletionItem::getLabel)
                .contains("amount");

        editor.apply(rules, fix(found.get(0)).get(rules).stream().toList());
        assertThat(editor.text(rules)).isEqualTo(RULE);
        editor.awaitDiagnostics(rules, List::isEmpty);
    }

    @Test
    void field_renamed_changesInTheFilesThatNameIt_openOrNot() throws Exception {
        editor.open(rules, RULE);

        Range named = range("{|amount}", "{amount|}");
        var prepared = texts().prepareRename(new PrepareRenameParams(document(rules), position("amo|unt}")))
                .get();
        WorkspaceEdit edit = texts().rename(new RenameParams(document(rules), position("amo|unt}"), "betrag"))
                .get();
        editor.open(events, EVENTS);
        edit.getChanges().forEach(editor::apply);

        assertThat(prepared.getFirst()).isEqualTo(named);
        assertThat(editor.text(rules)).contains("and betrag > 5 EUR").contains("\ud83d\ude80 {cardId}: {betrag}");
        assertThat(editor.text(events)).contains("betrag: money EUR from \"amount\"");
    }

    @Test
    void rename_toANameThatIsTaken_isRefusedWithTheReason() {
        editor.open(rules, RULE);

        assertThatThrownBy(() -> texts().rename(new RenameParams(document(rules), position("amo|unt}"), "cardId"))
                        .get())
                .hasMessageContaining("declared twice");
    }

    @Test
    void event_changedInOneFile_breaksTheRuleInTheOther_untilItIsChangedBack() {
        editor.open(events, EVENTS);

        editor.type(events, "country: text?", "land: text?");
        List<Diagnostic> found = editor.awaitDiagnostics(rules, all -> !all.isEmpty());
        editor.type(events, "land: text?", "country: text?");

        assertThat(found.get(0).getMessage().getLeft()).contains("'country'");
        editor.awaitDiagnostics(rules, List::isEmpty);
    }

    @Test
    void text_inTheEditor_countsBeforeTheFile_untilItIsClosed() {
        editor.open(rules, RULE.replace("country", "contry"));
        editor.awaitDiagnostics(rules, all -> all.size() == 1);

        editor.close(rules);

        editor.awaitDiagnostics(rules, List::isEmpty);
    }

    @Test
    void file_changedOnTheDisk_isReadAgain_andForgottenWhenItIsGone() throws Exception {
        editor.open(rules, RULE);

        Files.delete(folder.resolve("events.weir"));
        changed(events, FileChangeType.Deleted);
        assertThat(editor.awaitDiagnostics(rules, all -> !all.isEmpty())
                        .get(0)
                        .getMessage()
                        .getLeft())
                .contains("Payment");
        Files.writeString(folder.resolve("events.weir"), EVENTS);
        changed(events, FileChangeType.Created);

        editor.awaitDiagnostics(rules, List::isEmpty);
    }

    @Test
    void document_outsideOfTheFolders_standsAlone() {
        String untitled = "untitled:Untitled-1";

        editor.open(untitled, RULE);
        List<Diagnostic> found = editor.awaitDiagnostics(untitled, all -> all.size() == 1);
        editor.close(untitled);

        assertThat(found.get(0).getMessage().getLeft()).contains("there is no event 'Payment'");
        editor.awaitDiagnostics(untitled, List::isEmpty);
    }

    @Test
    void fastTyping_isNotAnsweredLetterByLetter() {
        editor.open(rules, RULE);
        editor.type(rules, "amount > 5", "a > 5");
        editor.awaitDiagnostics(rules, all -> all.size() == 1);
        int before = editor.published();

        for (int letter = 0; letter < 200; letter++) {
            editor.type(rules, "and a", "and ab");
        }
        editor.awaitDiagnostics(
                rules,
                all -> all.size() == 1 && all.get(0).getMessage().getLeft().contains("a" + "b".repeat(200)));

        assertThat(editor.published() - before).isLessThan(100);
    }

    @Test
    void names_followed_leadToTheirDeclarationAndTheirUses() throws Exception {
        editor.open(rules, RULE);

        var definition = texts().definition(new DefinitionParams(document(rules), position("{card|Id}")))
                .get();
        var uses = texts().references(
                        new ReferenceParams(document(rules), position("{card|Id}"), new ReferenceContext(false)))
                .get();

        assertThat(definition.getLeft()).singleElement().satisfies(location -> {
            assertThat(location.getUri()).isEqualTo(events);
            assertThat(location.getRange().getStart()).isEqualTo(new Position(1, 16));
        });
        assertThat(uses)
                .singleElement()
                .satisfies(use -> assertThat(use.getUri()).isEqualTo(rules));
    }

    @Test
    void hover_overAName_showsItsDeclaration() throws Exception {
        editor.open(rules, RULE);

        var hover = texts().hover(new HoverParams(document(rules), position("amo|unt > 5")))
                .get();

        assertThat(hover.getContents().getRight().getValue())
                .contains("money EUR")
                .contains("Payment");
        assertThat(hover.getRange()).isEqualTo(range("and |amount", "and amount|"));
    }

    @Test
    void formatting_laysOutWhatCanBeRead_andLeavesTheRest() throws Exception {
        editor.open(rules, RULE);
        var format = new DocumentFormattingParams(document(rules), new FormattingOptions(2, true));

        editor.apply(rules, List.copyOf(texts().formatting(format).get()));
        String formatted = editor.text(rules);
        editor.type(rules, "then alert", "then alrt");

        assertThat(formatted)
                .isEqualTo(RuleFormatter.format(new Source("rules", RULE)).text());
        assertThat(formatted).isNotEqualTo(RULE);
        assertThat(texts().formatting(format).get()).isEmpty();
    }

    @Test
    void outline_ofADocument_namesItsDeclarations() throws Exception {
        editor.open(events, EVENTS);

        var symbols = texts().documentSymbol(new DocumentSymbolParams(document(events)))
                .get();

        assertThat(symbols).singleElement().satisfies(symbol -> {
            assertThat(symbol.getRight().getName()).isEqualTo("Payment");
            assertThat(symbol.getRight().getChildren()).hasSize(4);
        });
    }

    @Test
    void server_shutDownFirst_exitsWithGood() throws Exception {
        editor.server().shutdown().get(30, TimeUnit.SECONDS);
        editor.server().exit();

        assertThat(editor.exitCode().get(30, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void server_thatIsLeftWithoutShutdown_exitsWithOne() throws Exception {
        editor.server().exit();

        assertThat(editor.exitCode().get(30, TimeUnit.SECONDS)).isEqualTo(1);
    }

    private TextDocumentService texts() {
        return editor.server().getTextDocumentService();
    }

    private static TextDocumentIdentifier document(String uri) {
        return new TextDocumentIdentifier(uri);
    }

    private Position position(String place) {
        return editor.position(rules, place);
    }

    private Range range(String from, String to) {
        return new Range(position(from), position(to));
    }

    private List<CompletionItem> completions(String place) throws Exception {
        return texts().completion(new CompletionParams(document(rules), position(place)))
                .get()
                .getLeft();
    }

    private Map<String, List<TextEdit>> fix(Diagnostic diagnostic) throws Exception {
        var actions = texts().codeAction(new CodeActionParams(
                        document(rules), diagnostic.getRange(), new CodeActionContext(List.of(diagnostic))))
                .get();
        CodeAction action = actions.get(0).getRight();
        assertThat(action.getTitle()).isEqualTo("Change to 'amount'");
        return action.getEdit().getChanges();
    }

    private void changed(String uri, FileChangeType type) {
        editor.server()
                .getWorkspaceService()
                .didChangeWatchedFiles(new DidChangeWatchedFilesParams(List.of(new FileEvent(uri, type))));
    }
}
