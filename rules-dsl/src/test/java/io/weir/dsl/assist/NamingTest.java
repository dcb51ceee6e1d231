package io.weir.dsl.assist;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.diagnostic.Diagnostic;
import io.weir.dsl.diagnostic.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingTest {

    private static final String RULE = """
            rule "Large" on Payment as paid, Refund by cardId
              let size = paid.amount
              when size > 5 EUR and paid.country in @eea and count of Refund over the last 5 minutes > 1
               and limits[cardId].daily > 5
              then alert "{cardId}: {size}, {paid.country}" enriched by triage at most once per 1 hour
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "Pay|ment; Payment {",
                "paid.amo|unt; amount: money in",
                "{card|Id}; cardId: text from",
                "@ee|a; eea = [",
                "enriched by tri|age; triage \"\"\"",
                "{si|ze}; size = paid",
                "{pa|id.; paid, Refund",
                "count of Ref|und; Refund { cardId",
                "limits[cardId].dai|ly; daily: decimal",
                "lim|its[cardId]; limits by",
            })
    void definition_ofAName_isWhereItIsDeclared(String place, String declaration) {
        Written written = Written.at(RULE.replace(place.replace("|", ""), place));

        Location found = written.assistant().definition(written.source(), written.offset());

        assertThat(found).isNotNull();
        String text = String.valueOf(written.pack().text(found.source()));
        assertThat(text.substring(found.span().start())).startsWith(declaration);
    }

    @Test
    void references_ofALet_areThoseOfItsRule() {
        String other = RULE.replace("Large", "Other").replace("{size}", "{si|ze}");
        Written written = Written.at(RULE + other);

        List<Location> found = written.assistant().references(written.source(), written.offset());

        assertThat(found)
                .hasSize(3)
                .allSatisfy(location -> assertThat(location.span().start()).isGreaterThan(RULE.length()));
    }

    @Test
    void field_renamed_isRenamedInAllSources_andStillReadFromTheSamePlace() {
        Written written = Written.at(RULE.replace("paid.amount", "paid.am|ount"));

        TreeMap<String, String> texts = renamed(written, "sum total");

        assertThat(texts.get("declared.weir"))
                .contains("`sum total`: money in currency from \"amount\"\n")
                .contains("model fraud given amount: float");
        assertThat(texts.get("rules.weir")).contains("let size = paid.`sum total`");
        assertThat(diagnostics(texts)).noneMatch(Diagnostic::isError);
    }

    @Test
    void fieldOfARecord_renamed_isRenamedInItsPaths() {
        Written written = Written.at("rule \"r\" on Payment as p when p.address.ho|me.`the street` is \"x\""
                + " then alert \"{address.home.`the street`}\"");

        TreeMap<String, String> texts = renamed(written, "house");

        assertThat(texts.get("declared.weir")).contains("house: { `the street`: text } from \"home\" }");
        assertThat(texts.get("rules.weir"))
                .contains("p.address.house.`the street` is")
                .contains("{address.house.`the street`}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {"{u|p.cardId}; top; last top.amount >", "start.am|ount; sum; let prev = previous Payment"})
    void nameInASequence_renamed_isRenamedInItsRule(String place, String name, String result) {
        String rule = """
                rule "Rise" on Payment by cardId
                  let prev = previous Payment within 1 day
                  sequence strictly within 1 day
                    start: Payment
                    up+: where amount > start.amount
                  when last up.amount > start.amount
                  then alert "{up.cardId}" at most once per 1 day
                """;
        Written written = Written.at(rule.replaceFirst(Pattern.quote(place.replace("|", "")), place.replace("$", "")));

        TreeMap<String, String> texts = renamed(written, name);

        assertThat(texts.get("rules.weir")).contains(result);
        assertThat(diagnostics(texts)).noneMatch(Diagnostic::isError);
    }

    @Test
    void event_renamed_keepsItsTopic() {
        Written written = Written.at(RULE.replace("count of Refund", "count of Ref|und"));

        TreeMap<String, String> texts = renamed(written, "MoneyBack");

        assertThat(texts.get("declared.weir")).contains("event MoneyBack {").contains(", from topic \"refund\"");
        assertThat(texts.get("rules.weir")).contains("as paid, MoneyBack by").contains("count of MoneyBack over");
        assertThat(diagnostics(texts)).noneMatch(Diagnostic::isError);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "{si|ze}; is; let `is` = paid.amount",
                "@ee|a; europe; in @europe and",
                "as pa|id; p; when size > 5 EUR and p.country",
                "tri|age; ask why; enriched by `ask why` at",
                "\"Lar|ge\"; So \"large\"; rule \"So \\\"large\\\"\" on",
            })
    void name_renamed_isWrittenAsItMustBe(String place, String name, String result) {
        Written written = Written.at(RULE.replace(place.replace("|", ""), place));

        TreeMap<String, String> texts = renamed(written, name);

        assertThat(texts.get("rules.weir")).contains(result);
        assertThat(diagnostics(texts)).noneMatch(Diagnostic::isError);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "paid.coun|try; cardId; declared twice",
                "on Pay|ment; Refund; declared twice",
                "{si|ze}; a`b; cannot be a name",
                "{si|ze}; ^ ^; cannot be a name",
                "{si|ze}; at; hides",
                "{si|ze}; country; hides",
                "whe|n; x; nothing",
            })
    void name_thatClashes_isRefused(String place, String name, String reason) {
        Written written = Written.at(RULE.replace(place.replace("|", ""), place));

        Renamed renamed = written.assistant().rename(written.source(), written.offset(), name);

        assertThat(renamed.edits()).isEmpty();
        assertThat(renamed.refusal()).contains(reason);
    }

    @Test
    void let_thatWouldTakeAnothersPlaceInAText_isNotRenamed() {
        Written written = Written.at("rule \"r\" on Refund by cardId let si|ze = back when size > 5 EUR"
                + " and count of Refund over the last 5 minutes > 1 then alert \"{count}\" at most once per 1 hour");

        Renamed renamed = written.assistant().rename(written.source(), written.offset(), "count");

        assertThat(renamed.edits()).isEmpty();
        assertThat(renamed.refusal()).isEqualTo("'count' means something else where it would stand");
    }

    @Test
    void field_thatFillsAModelUnnamed_isNotRenamed() {
        Written written = Written.at("rule \"r\" on Payment by cardId let velocity = count let x = amo|unt"
                + " when score of fraud > 0.5 then alert \"x\" at most once per 1 hour");

        Renamed renamed = written.assistant().rename(written.source(), written.offset(), "euros");

        assertThat(renamed.refusal()).contains("'amount'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "paid.amo|unt; money, a field of Payment",
                "paid.amo|unt; amount: money in currency",
                "{card|Id}; text from \"card.id\"",
                "{si|ze}; money, a let of this rule",
                "{si|ze}; paid.amount",
                "Pay|ment; event Payment {",
                "lim|its; table limits by cardId",
                "@ee|a; [\"DE\", \"FR\", \"ES\"]",
                "\"Lar|ge\"; kept by",
                "over the la|st; this event included",
                "5 min|utes; unit of time",
            })
    void hover_overSomething_saysWhatItIs(String place, String words) {
        Written written = Written.at(RULE.replace(place.replace("|", ""), place));

        Hover hover = written.assistant().hover(written.source(), written.offset());

        assertThat(hover).isNotNull();
        assertThat(hover.markdown()).contains(words);
    }

    @Test
    void hover_overAMistake_saysWhatItsPageSays() {
        Written written = Written.at("rule \"r\" on Payment when contr|y is \"x\" then alert \"x\"");

        Hover hover = written.assistant().hover(written.source(), written.offset());

        assertThat(hover).isNotNull();
        assertThat(hover.markdown()).contains("_E203_: The event has no field of that name.");
    }

    @Test
    void outline_ofASource_hasItsDeclarationsAndTheirParts() {
        Written written = Written.at(RULE + "|");

        List<Outline> outline = written.assistant().outline("declared.weir");
        List<Outline> rules = written.assistant().outline(written.source());

        assertThat(outline)
                .extracting(Outline::text)
                .containsExactly("Payment", "Refund", "fx", "limits", "spent", "eea", "fraud", "triage");
        assertThat(outline.get(1).parts()).extracting(Outline::text).containsExactly("cardId", "back", "at");
        assertThat(rules.get(0).parts()).extracting(Outline::text).containsExactly("size");
    }

    private static TreeMap<String, String> renamed(Written written, String name) {
        Renamed renamed = written.assistant().rename(written.source(), written.offset(), name);
        assertThat(renamed.refusal()).isNull();
        TreeMap<String, String> texts = new TreeMap<>();
        written.pack()
                .sources()
                .forEach(source ->
                        texts.put(source, String.valueOf(written.pack().text(source))));
        List<Renamed.Edit> edits = new ArrayList<>(renamed.edits());
        edits.sort(
                Comparator.comparing((Renamed.Edit edit) -> edit.where().span().start())
                        .reversed());
        for (Renamed.Edit edit : edits) {
            Span span = edit.where().span();
            texts.computeIfPresent(
                    edit.where().source(),
                    (source, text) -> text.substring(0, span.start()) + edit.text() + text.substring(span.end()));
        }
        return texts;
    }

    private static List<Diagnostic> diagnostics(TreeMap<String, String> texts) {
        List<Source> sources = texts.entrySet().stream()
                .map(entry -> new Source(entry.getKey(), entry.getValue()))
                .toList();
        return RuleCompiler.compile(sources).diagnostics();
    }
}
