package io.weir.dsl.assist;

import io.weir.dsl.Pack;
import io.weir.dsl.check.Candidate;
import io.weir.dsl.check.Target;
import io.weir.dsl.check.TypeNames;
import io.weir.dsl.check.Uses;
import io.weir.dsl.parse.Spelling;
import io.weir.dsl.parse.Trial;
import io.weir.dsl.plan.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what could be written at a place. Words of the language are tried, one after the other, with the parser; what names are
 * wanted the checks say, of the declaration as it stands up to there.
 */
final class Completer {

    /** Beyond that, only names are looked for. */
    private static final int LONGEST_TRIED = 20_000;

    private static final int FITTING = 0;
    private static final int OTHER_NAMES = 1;
    private static final int PHRASES = 2;
    private static final int WORDS = 3;
    private static final int UNFIT = 4;

    private final Pack pack;
    private final Place place;
    private final Trial trial;
    private final Trial.Filled filled;
    private final Uses uses;
    private final Map<String, Completion> found = new LinkedHashMap<>();

    Completer(Pack pack, Place place) {
        this.pack = pack;
        this.place = place;
        this.trial = new Trial(place.before());
        this.filled = trial.with(Uses.BLANK + (place.inText() ? "}\"" : ""));
        this.uses = pack.probe(filled.tree(), filled.problems());
    }

    List<Completion> completions() {
        uses.candidates().forEach(this::name);
        if (!place.inText()) {
            phrases();
            lists();
            currencies();
        }
        return new ArrayList<>(found.values());
    }

    private void name(Candidate candidate) {
        Type type = candidate.type();
        boolean last = type != null && !candidate.fits() && !uses.wants(Type.Scalar.BOOL);
        add(new Completion(
                kind(candidate.kind()),
                candidate.name(),
                candidate.kind() == Target.Kind.WORD ? candidate.name() : written(candidate),
                false,
                type == null ? candidate.kind().text() : type.text(),
                null,
                place.word(),
                candidate.fits() ? FITTING : last ? UNFIT : OTHER_NAMES));
    }

    // A field of a record is written with dots between its names.
    private static String written(Candidate candidate) {
        return candidate.kind() == Target.Kind.FIELD || candidate.kind() == Target.Kind.COLUMN
                ? Stream.of(candidate.name().split("\\.")).map(Spelling::of).collect(Collectors.joining("."))
                : Spelling.of(candidate.name());
    }

    private void phrases() {
        boolean tried = place.before().length() <= LONGEST_TRIED;
        for (Phrase phrase : Vocabulary.ALL) {
            switch (phrase.kind()) {
                case "word" -> {
                    if (tried) {
                        word(phrase);
                    }
                }
                case "value", "past" -> {
                    if (tried
                            && isValue()
                            && (phrase.is("value") || uses.mayLookBack())
                            && trial.takes(phrase.sample())) {
                        value(phrase, Completion.Kind.PHRASE);
                    }
                }
                case "call" -> {
                    if (isValue()) {
                        value(phrase, Completion.Kind.FUNCTION);
                    }
                }
                default -> {
                    if (phrase.is(String.valueOf(filled.wanted()))) {
                        phrase(phrase, Completion.Kind.TYPE, FITTING);
                    }
                }
            }
        }
    }

    private boolean isValue() {
        return "a value".equals(filled.wanted()) && uses.wantsValue();
    }

    // A phrase whose first words stand there already goes on with the others.
    private void word(Phrase phrase) {
        List<String> before = place.wordsBefore();
        for (int written = Math.min(phrase.head().size() - 1, before.size()); written >= 0; written--) {
            List<String> last = before.subList(before.size() - written, before.size());
            if (last.equals(phrase.head().subList(0, written))) {
                Phrase rest = phrase.after(written);
                boolean unit = !phrase.type().isEmpty();
                if (trial.takes(rest.sample()) && !(unit && isMisplaced(phrase))) {
                    phrase(rest, unit ? Completion.Kind.UNIT : Completion.Kind.WORD, unit ? unitRank(phrase) : WORDS);
                }
            }
        }
    }

    // Behind a number, the units of what the number is compared with come first.
    private int unitRank(Phrase unit) {
        Type type = TypeNames.scalar(unit.type());
        return type != null && beforeNumber().wants(type) ? FITTING : OTHER_NAMES;
    }

    // Where no value stands, a number with a unit is a span of time.
    private boolean isMisplaced(Phrase unit) {
        return !unit.type().equals("duration") && !beforeNumber().wantsValue();
    }

    private Uses beforeNumber() {
        String before = place.before().stripTrailing();
        int start = before.length();
        while (start > 0
                && (Character.isDigit(before.charAt(start - 1)) || "._".indexOf(before.charAt(start - 1)) >= 0)) {
            start--;
        }
        Trial.Filled without = new Trial(before.substring(0, start)).with(Uses.BLANK);
        return pack.probe(without.tree(), without.problems());
    }

    private void value(Phrase phrase, Completion.Kind kind) {
        Type type = TypeNames.scalar(phrase.type());
        boolean fits = type == null || uses.wants(type) || uses.wants(Type.Scalar.BOOL);
        phrase(phrase, kind, fits ? PHRASES : UNFIT);
    }

    private void phrase(Phrase phrase, Completion.Kind kind, int rank) {
        boolean snippet = phrase.words().contains("<");
        add(new Completion(
                kind,
                phrase.label(),
                snippet ? phrase.snippet() : phrase.words(),
                snippet,
                phrase.type(),
                phrase.meaning(),
                place.word(),
                rank));
    }

    // Where a list in brackets could stand, so could a named one.
    private void lists() {
        if (trial.takes("@x")) {
            Trial.Filled named = trial.with("@" + Uses.BLANK);
            pack.probe(named.tree(), named.problems()).candidates().stream()
                    .filter(candidate -> candidate.kind() == Target.Kind.LIST)
                    .forEach(list -> add(new Completion(
                            Completion.Kind.LIST,
                            "@" + list.name(),
                            "@" + Spelling.of(list.name()),
                            false,
                            "list",
                            null,
                            place.word(),
                            FITTING)));
        }
    }

    private void currencies() {
        if ("a currency".equals(trial.nameOf("EUR"))) {
            boolean fits = !place.isBehindNumber() || beforeNumber().wants(new Type.Money(null));
            TypeNames.currencies()
                    .forEach((code, name) -> add(new Completion(
                            Completion.Kind.UNIT,
                            code,
                            code,
                            false,
                            name,
                            null,
                            place.word(),
                            fits ? FITTING : OTHER_NAMES)));
        }
    }

    private void add(Completion completion) {
        found.putIfAbsent(completion.label(), completion);
    }

    private static Completion.Kind kind(Target.Kind kind) {
        return switch (kind) {
            case EVENT, ALIAS -> Completion.Kind.EVENT;
            case LIST -> Completion.Kind.LIST;
            case MODEL -> Completion.Kind.MODEL;
            case PROMPT -> Completion.Kind.PROMPT;
            case TABLE -> Completion.Kind.TABLE;
            case FEATURE -> Completion.Kind.FEATURE;
            case RULE -> Completion.Kind.RULE;
            case FIELD, INPUT, COLUMN -> Completion.Kind.FIELD;
            case LET -> Completion.Kind.LET;
            case STEP -> Completion.Kind.STEP;
            case WORD -> Completion.Kind.WORD;
        };
    }
}
