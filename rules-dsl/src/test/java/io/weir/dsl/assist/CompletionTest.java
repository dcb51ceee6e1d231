package io.weir.dsl.assist;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.diagnostic.Span;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "rule \"r\" |; on …",
                "rule \"r\" |; severity …",
                "rule \"r\" o|; owner …",
                "rule \"r\" on Payment |; by …",
                "rule \"r\" on Payment |; as …",
                "rule \"r\" on Payment |; where …",
                "rule \"r\" on Payment |; let … = …",
                "rule \"r\" on Payment by cardId |; when …",
                "rule \"r\" on Payment when large |; then …",
                "rule \"r\" on Payment when large |; and",
                "rule \"r\" on Payment when country |; is not",
                "rule \"r\" on Payment when country is |; missing",
                "rule \"r\" on Payment when country |; in […]",
                "rule \"r\" on Payment when count > 3 th|; then …",
                "rule \"r\" on Payment when large then |; alert …",
                "rule \"r\" on Payment when large then alert \"x\" |; to topic …",
                "rule \"r\" on Payment when large then alert \"x\" at most |; once per …",
                "rule \"r\" on Payment when large then alert \"x\" at most once per 5 |; minutes",
                "rule \"r\" on Payment by cardId when sum of amount |; over the last …",
                "rule \"r\" on Payment by cardId when sum of amount over the |; last …",
                "rule \"r\" on Payment by cardId when more than 3 Payment |; within …",
                "rule \"r\" on Payment by cardId |; every …",
                "rule \"r\" on Payment by cardId at the end |; of each session with a gap of …",
                "rule \"r\" on Payment by cardId |; sequence within … …: … …: … then …",
                "rule \"r\" on Payment by cardId sequence |; strictly",
                "rule \"r\" on Payment |; route to … when …",
                "rule \"r\" on Payment when large then alert \"x\" |; otherwise when … then …",
                "rule \"r\" on Payment by cardId when |; more than … … within …",
                "rule \"r\" on Payment by cardId when |; previous … within …",
                "rule \"r\" on Payment by cardId when |; not followed by … within …",
                "rule \"r\" on Payment by cardId when amount |; increases … times in a row",
                "test \"t\" for \"r\" |; given … … { …: … }",
                "|; event … { …: … } time …",
                "event X { a: text } |; time …",
                "event X { a: text } time |; a",
                "event X { a: |; money in …",
                "event X { a: money |; EUR",
                "event X { a: text } time a, up |; to … late",
                "rule \"r\" on Payment when large then alert \"x\" ru|; rule … on … when … then alert …",
            })
    void word_thatCanComeThere_isOffered(String text, String label) {
        assertThat(labels(text)).contains(label);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "rule \"r\" on Payment let a = count |; on …",
                "rule \"r\" on Payment let a = count |; severity …",
                "rule \"r\" on Payment when |; then …",
                "rule \"r\" on Payment when large |; let … = …",
                "rule \"r\" on Payment when count > |; and",
                "rule \"r\" |; then …",
                "rule \"r\" on |; by …",
                "rule \"r\" on Payment where |; count of … over the last …",
                "event X { |; rule … on … when … then …",
                "event X { a: |; over the last …",
                "rule \"r\" on Payment by cardId when sum of amount over the last 5 |; km",
                "rule \"r\" on Payment when large then alert \"x\" to topic \"t\" |; to topic …",
            })
    void word_thatCannotComeThere_isNotOffered(String text, String label) {
        assertThat(labels(text)).doesNotContain(label);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "rule \"r\" on |; Payment",
                "rule \"r\" on Pay|ment when large; Payment",
                "rule \"r\" on Payment by |; cardId",
                "rule \"r\" on Payment when |; amount",
                "rule \"r\" on Payment when amount > 5 EUR and (count > 3 or |; country",
                "rule \"r\" on Payment as paid when paid.|; amount",
                "rule \"r\" on Payment as paid when paid.|; amount",
                "rule \"r\" on Payment as paid when paid.address.|; zip",
                "rule \"r\" on Payment when address.home.|; the street",
                "rule \"r\" on Payment when limits[cardId].|; daily",
                "rule \"r\" on Payment when limits[|; cardId",
                "rule \"r\" on Payment by cardId when sp|; spent",
                "rule \"r\" on Payment by cardId when count of Payment where |; country",
                "rule \"r\" on Payment by cardId when previous |; Payment",
                "rule \"r\" on Payment by cardId let e = amount to |; EUR",
                "rule \"r\" on Payment by cardId let p = previous Payment within 1 day when p.|; amount",
                "rule \"r\" on Payment by cardId sequence within 1 day a: |; Payment",
                "rule \"r\" on Payment by cardId sequence within 1 day a: Payment b: where a.|; amount",
                "rule \"r\" on Payment by cardId sequence within 1 day a: Payment b: Payment when last |; b",
                "rule \"r\" on Payment by cardId when followed by |; Refund",
                "rule \"r\" on Payment by cardId when followed by Refund as b where b.|; back",
                "rates from |; fx",
                "feature f on |; Payment",
                "feature f on Payment by |; cardId",
                "rule \"r\" on Payment let size = amount when |; size",
                "rule \"r\" on Payment when country in @|; eea",
                "rule \"r\" on Payment when country in |; @eea",
                "rule \"r\" on Payment by cardId when count of |; Refund",
                "rule \"r\" on Payment by cardId when more than 3 |; Refund",
                "rule \"r\" on Payment by cardId when more than 3 Refund where |; back",
                "rule \"r\" on Payment by cardId when sum of Refund.|; back",
                "rule \"r\" on Payment by cardId when score of |; fraud",
                "rule \"r\" on Payment by cardId when score of fraud given |; velocity",
                "rule \"r\" severity |; high",
                "rule \"r\" on Payment when large then alert |; critical",
                "rule \"r\" on Payment when large then alert \"x\" enriched by |; triage",
                "rule \"r\" on Payment when large then alert \"{c|}\"; cardId",
                "rule \"r\" on Payment when large then alert \"{cardId}: {|; amount",
                "rule \"r\" on Payment as p when large then alert \"{p.|}\"; amount",
                "rule \"r\" on Payment by cardId when more than 3 Refund within 5 minutes then alert \"{|}\"; count",
                "event X { currency: text  a: money in |; currency",
                "test \"t\" for \"r\" given 00:00:00 Payment { |; amount",
                "test \"t\" for \"r\" given 00:00:00 |; Payment",
            })
    void name_thatCanStandThere_isOffered(String text, String label) {
        assertThat(labels(text)).contains(label);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "rule \"r\" # on |",
                "rule \"r|\" on Payment",
                "rule \"r\" on Payment when country is \"|\"",
                "rule \"r\" on Payment when country is \"|",
                "rule \"r\" on Payment when count > 12|",
                "rule \"r\" on Payment when large then alert \"{{|\"",
            })
    void place_ofNoWord_hasNoCompletions(String text) {
        assertThat(labels(text)).isEmpty();
    }

    @Test
    void names_atAComparison_comeByTheirTypes() {
        assertThat(first(2, "rule \"r\" on Payment when amount > 5 EUR and cardId is |"))
                .containsExactly("address.home.the street", "address.zip");
        assertThat(first(1, "rule \"r\" on Payment when 5 EUR < |")).containsExactly("amount");
        assertThat(first(1, "rule \"r\" on Payment when count > |")).containsExactly("count");
    }

    @Test
    void units_behindANumber_comeByWhatItIsComparedWith() {
        assertThat(first(1, "rule \"r\" on Payment let d = at - at when d > 5 |")
                        .get(0))
                .endsWith("s");
        assertThat(first(400, "rule \"r\" on Payment when amount > 5 |").indexOf("EUR"))
                .isLessThan(
                        first(400, "rule \"r\" on Payment when amount > 5 |").indexOf("minutes"));
    }

    @Test
    void name_thatNeedsBackQuotes_getsThem() {
        Written written = Written.at("event X { `is`: text  at: timestamp } time at rule \"r\" on X when |");

        assertThat(written.assistant().completions(written.source(), written.offset()))
                .filteredOn(completion -> completion.label().equals("is") && !completion.snippet())
                .extracting(Completion::insert)
                .contains("`is`");
    }

    @Test
    void phrase_withPlacesToFillIn_isASnippet() {
        Written written = Written.at("rule \"r\" on Payment by cardId when cou|");

        Completion count = completions(written).stream()
                .filter(completion -> completion.label().startsWith("count of"))
                .findFirst()
                .orElseThrow();

        assertThat(count.insert()).isEqualTo("count of ${1:Event} over the last ${2:5 minutes}");
        assertThat(count.replaced()).isEqualTo(new Span(written.offset() - 3, written.offset()));
        assertThat(count.detail()).isEqualTo("int");
    }

    private static List<Completion> completions(Written written) {
        return written.assistant().completions(written.source(), written.offset());
    }

    private static List<String> labels(String text) {
        return completions(Written.at(text)).stream().map(Completion::label).toList();
    }

    private static List<String> first(int count, String text) {
        return completions(Written.at(text)).stream()
                .sorted(Comparator.comparing(Completion::rank))
                .limit(count)
                .map(Completion::label)
                .toList();
    }
}
