package io.weir.dsl.grammar;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes files at random: every form of the language, right in its syntax, wild in its names, blanks and comments. */
public final class RandomPack {

    private static final Pattern PIECE =
            Pattern.compile("\"{3}.*?\"{3}|\"(\\\\.|[^\"\\\\])*\"|`[^`]*`| |[^ \"`]+", Pattern.DOTALL);

    private final Dice dice;
    private final boolean comments;
    private final StringBuilder text = new StringBuilder();

    private final int depth;

    private RandomPack(long seed, boolean comments, int depth) {
        this.dice = new Dice(seed);
        this.comments = comments;
        this.depth = depth;
    }

    /** A file; the same one for the same seed. */
    public static String text(long seed, boolean comments) {
        RandomPack pack = new RandomPack(seed, comments, 4);
        return pack.file(1 + pack.dice.below(4));
    }

    /** A small file: one declaration with shallow expressions. */
    static String small(long seed) {
        return new RandomPack(seed, false, 1).file(1);
    }

    private String file(int size) {
        RandomExpression expressions = new RandomExpression(dice, depth);
        RandomRule rules = new RandomRule(dice, expressions);
        RandomDeclaration declarations = new RandomDeclaration(dice, expressions, rules);
        RandomTest tests = new RandomTest(dice);
        for (int number = 0; number < size; number++) {
            if (number > 0 || dice.rarely()) {
                part();
            }
            write(
                    switch (dice.below(5)) {
                        case 0, 1 -> rules.rule(number);
                        case 2 -> tests.test();
                        default -> declarations.declaration();
                    });
        }
        if (comments && dice.rarely()) {
            text.append(dice.one(" ", "\n", "\n\n")).append("# the end").append(dice.one("", "\n"));
        }
        return text.toString();
    }

    private void part() {
        text.append(
                comments
                        ? dice.one(
                                "\n", "\n\n", " # behind\n", "\n  # below\n", "\n# above\n", "\n\n# far\n\n#near\r\n")
                        : dice.one("\n", "\n\n", "\n\n\n", " ", "\n  "));
    }

    /** Appends words with anything that means nothing between them; never at the margin, where declarations begin. */
    private void write(String words) {
        Matcher piece = PIECE.matcher(words);
        while (piece.find()) {
            text.append(piece.group().equals(" ") ? blank() : piece.group());
        }
    }

    private String blank() {
        if (comments && dice.below(12) == 0) {
            return dice.one(" # c\n ", "\n  # own\n  ", "#c\r\n\t", "\n\n# at the margin\n\n  ");
        }
        return dice.below(4) == 0 ? dice.one("  ", "\n ", "\n\n  ", "\t", "\r\n ", "\u00a0") : " ";
    }
}
