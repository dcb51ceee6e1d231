package io.weir.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.diagnostic.Diagnostic;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.grammar.RandomPack;
import io.weir.dsl.parse.Parser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleFormatterTest {

    static final List<String> FILES = List.of("payments.weir", "soft-words.weir", "tour.weir", "contract.weir");
    static final List<String> GOLDEN = List.of("names", "windows", "sequences", "lints", "tests");

    @ParameterizedTest
    @FieldSource("FILES")
    void example_formatted_isTheSameTree(String file) {
        assertKept(Examples.text(file));
    }

    @ParameterizedTest
    @FieldSource("GOLDEN")
    void fileOfMistakesThatCanBeRead_formatted_isTheSameTree(String file) {
        String text = Examples.resource("/diagnostics/" + file + ".weir");

        assertThat(RuleFormatter.format(new Source("a", text)).ok()).isTrue();
        assertKept(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"syntax", "types", "tests-syntax", "twenty"})
    void fileThatCannotBeRead_formatted_staysAsItIs(String file) {
        String text = Examples.resource("/diagnostics/" + file + ".weir");

        Formatted formatted = RuleFormatter.format(new Source(file, text));

        assertThat(formatted.text()).isEqualTo(text);
        assertThat(formatted.diagnostics()).isNotEmpty().allMatch(Diagnostic::isError);
    }

    @Test
    void tour_formattedDeclarationByDeclaration_staysAsItIs() {
        for (Declaration declaration : declarations("tour.weir")) {
            if (declaration.text().contains("\n")) {
                String formatted = format(declaration.text());
                assertThat(formatted.replaceAll(" +#", " #"))
                        .isEqualTo(declaration.text().replaceAll(" +#", " #") + "\n");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void generatedFiles_formatted_areTheSameTrees(long seed) {
        for (int i = 0; i < 250; i++) {
            assertKept(RandomPack.text(seed * 1_000 + i, i % 2 == 0));
        }
    }

    @Test
    void generatedFile_withOtherBlanks_isFormattedAlike() {
        for (int seed = 0; seed < 200; seed++) {
            String formatted = format(RandomPack.text(seed, false).replaceAll("(?s)\"{3}.*?\"{3}", "\"Why?\""));

            String spread = formatted.replaceAll("(?m)^( +)", "$1   ").replaceAll("(?<=[,\\]] )", "  ");

            assertThat(TreeText.of(spread)).isEqualTo(TreeText.of(formatted));
            assertThat(format(spread)).as("seed %d", seed).isEqualTo(formatted);
        }
    }

    @Test
    void rule_written_looksAsInTheTour() {
        assertThat(format("""
                event  Click{userId:text,at:timestamp?,# when
                # which page
                page :text from "a.b" }time at,up to 5 seconds late from topic "clicks"
                list @eea=["DE","FR",]
                list @codes = ["%s"]
                rule "Many" severity high   owner "web" on Click by userId let n=count of Click over the last 1 hour
                when n>10 and(userId in @eea or userId in @codes)and lower( page )does not contain "home" and speed>5 km/h
                then alert "{userId}: {n}" to topic "clicks.alerts" enriched by triage at most once per 1 hour and alert low "x"
                # the end""".formatted("0123456789\", \"".repeat(9)))).isEqualTo("""
                event Click {
                  userId: text
                  at: timestamp?  # when
                  # which page
                  page: text from "a.b"
                } time at, up to 5 seconds late, from topic "clicks"

                list @eea = ["DE", "FR"]

                list @codes = [
                  "0123456789", "0123456789", "0123456789", "0123456789", "0123456789",
                  "0123456789", "0123456789", "0123456789", "0123456789", ""
                ]

                rule "Many"
                  severity high
                  owner "web"
                  on Click by userId
                  let n = count of Click over the last 1 hour
                  when n > 10 and (userId in @eea or userId in @codes)
                   and lower(page) does not contain "home" and speed > 5 km/h
                  then alert "{userId}: {n}" to topic "clicks.alerts" enriched by triage
                       at most once per 1 hour
                   and alert low "x"

                # the end
                """);
    }

    @Test
    void comments_everywhere_stayWhereTheyBelong() {
        assertThat(format("""
                #!header
                # of the file

                # of the list
                list @a = [ # first
                  "x", # of x
                  # of y
                  "y"
                  # nothing more
                ] # behind
                  # below
                # of the rule
                rule "r" # of the name
                  on A
                  # why
                  when a > 1 # one
                    and b > 2

                  # what
                  then alert "x"
                  # and alert "y"


                # last
                """)).isEqualTo("""
                #!header
                # of the file

                # of the list
                list @a = [  # first
                  "x",  # of x
                  # of y
                  "y"
                  # nothing more
                ]  # behind
                  # below

                # of the rule
                rule "r"  # of the name
                  on A
                  # why
                  when a > 1  # one
                   and b > 2
                  # what
                  then alert "x"
                  # and alert "y"

                # last
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only\n", "\uFEFF list @a = [ ]", "list @a = [] # x"})
    void smallFile_formatted_isKept(String text) {
        assertKept(text);
    }

    private static void assertKept(String text) {
        String formatted = format(text);

        assertThat(TreeText.of(formatted)).isEqualTo(TreeText.of(text));
        assertThat(comments(formatted)).containsExactlyElementsOf(comments(text));
        assertThat(format(formatted)).as("the second time, of%n%s", text).isEqualTo(formatted);
        assertThat(formatted.lines()).noneMatch(line -> line.endsWith(" ") && !line.contains("\""));
    }

    private static List<String> comments(String text) {
        return Parser.parse(text, new Problems("a.weir", text)).tokens().stream()
                .map(token -> text.substring(token.trivia(), token.span().start()))
                .flatMap(String::lines)
                .filter(line -> line.contains("#"))
                .map(line -> line.substring(line.indexOf('#')).strip())
                .toList();
    }

    private static String format(String text) {
        Formatted formatted = RuleFormatter.format(new Source("a.weir", text));
        assertThat(formatted.diagnostics()).as(text).isEmpty();
        return formatted.text();
    }

    private static List<Declaration> declarations(String file) {
        return RuleCompiler.compile(List.of(Examples.source(file))).declarations();
    }
}
