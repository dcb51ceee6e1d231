package io.weir.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.grammar.RandomPack;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackTest {

    private static final String EVENT = "event Payment { amount: money EUR  cardId: text  at: timestamp } time at\n";
    private static final String RULE =
            "rule \"Large\" on Payment as paid when paid.amount > 5 EUR then alert \"{cardId}\"\n";
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d_]+");

    @Test
    void rule_overAnEventThatGetsAnotherField_isCheckedAgain() {
        Pack pack = new Pack();
        pack.set(new Source("events.weir", EVENT));
        pack.set(new Source("rules.weir", RULE));

        assertThat(pack.diagnostics("rules.weir")).isEmpty();
        pack.set(new Source("events.weir", EVENT.replace("amount", "sum")));

        assertThat(pack.diagnostics("rules.weir")).hasSize(1);
    }

    @Test
    void rule_belowLinesThatCome_keepsItsProblemsInTheirNewPlace() {
        Pack pack = new Pack();
        String wrong = EVENT + RULE.replace("cardId", "card");
        pack.set(new Source("a.weir", wrong));
        pack.diagnostics("a.weir");

        pack.set(new Source("a.weir", "# one more line\n" + wrong));

        assertThat(pack.diagnostics("a.weir"))
                .singleElement()
                .satisfies(found -> assertThat(found.place().from().line()).isEqualTo(3))
                .satisfies(found ->
                        assertThat(found.fixes().get(0).place().from().line()).isEqualTo(3));
    }

    @Test
    void source_removed_takesItsDeclarationsAlong() {
        Pack pack = new Pack();
        pack.set(new Source("events.weir", EVENT));
        pack.set(new Source("rules.weir", RULE));
        pack.diagnostics("rules.weir");

        pack.remove("events.weir");

        assertThat(pack.diagnostics("rules.weir")).hasSize(1);
        assertThat(pack.diagnostics("events.weir")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void pack_afterAnyEdits_findsWhatTheCompilerFinds(long seed) {
        Random random = new Random(seed);
        TreeMap<String, String> texts = corpus(random);
        List<String> words = words(texts);
        Pack pack = new Pack();
        texts.forEach((name, text) -> pack.set(new Source(name, text)));

        for (int edit = 0; edit < 60; edit++) {
            edit(random, texts, words, pack);

            List<Source> sources = texts.entrySet().stream()
                    .map(entry -> new Source(entry.getKey(), entry.getValue()))
                    .toList();
            assertThat(pack.compilation())
                    .describedAs("seed %d, edit %d", seed, edit)
                    .isEqualTo(RuleCompiler.compile(sources));
        }
    }

    // Everything that other tests write, some of it twice, in files that share their declarations.
    private static TreeMap<String, String> corpus(Random random) {
        TreeMap<String, String> texts = new TreeMap<>();
        Examples.ALL.forEach(name -> texts.put(name, Examples.text(name)));
        List<String> golden = new ArrayList<>(GoldenTest.FILES);
        Collections.shuffle(golden, random);
        golden.subList(0, 4).forEach(name -> texts.put(name, Examples.resource("/diagnostics/" + name + ".weir")));
        texts.put("tour.weir", Examples.text("tour.weir"));
        texts.put("copy.weir", Examples.text(Examples.ALL.get(0)));
        texts.put("random.weir", RandomPack.text(random.nextLong(), true));
        return texts;
    }

    private static List<String> words(TreeMap<String, String> texts) {
        return texts.values().stream()
                .flatMap(text -> WORD.matcher(text).results().map(found -> found.group()))
                .distinct()
                .toList();
    }

    private static void edit(Random random, TreeMap<String, String> texts, List<String> words, Pack pack) {
        String name = List.copyOf(texts.keySet()).get(random.nextInt(texts.size()));
        if (random.nextInt(20) == 0) {
            texts.remove(name);
            pack.remove(name);
            name = "new" + random.nextInt(3) + ".weir";
            texts.put(name, EVENT + RULE);
        }
        String text = edited(random, texts.get(name), words);
        texts.put(name, text);
        pack.set(new Source(name, text));
    }

    private static String edited(Random random, String text, List<String> words) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(3));
        return switch (random.nextInt(6)) {
            case 0 -> text.substring(0, at) + text.substring(end);
            case 1 -> text.substring(0, at) + "\n# a line\n" + text.substring(at);
            case 2 -> text.substring(0, at) + "\"{}()@,\u00fc.1".charAt(random.nextInt(10)) + text.substring(at);
            case 3 -> moved(random, text);
            default -> otherWord(text, at, words.get(random.nextInt(words.size())));
        };
    }

    private static String otherWord(String text, int at, String word) {
        Matcher matcher = WORD.matcher(text);
        return matcher.find(at) ? text.substring(0, matcher.start()) + word + text.substring(matcher.end()) : text;
    }

    // A run of lines goes elsewhere, or stands there a second time.
    private static String moved(Random random, String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int from = random.nextInt(lines.size() + 1);
        List<String> run = List.copyOf(lines.subList(from, Math.min(lines.size(), from + random.nextInt(8))));
        if (random.nextBoolean()) {
            lines.subList(from, from + run.size()).clear();
        }
        lines.addAll(random.nextInt(lines.size() + 1), run);
        return String.join("\n", lines) + "\n";
    }
}
