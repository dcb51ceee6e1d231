package io.weir.dsl.grammar;

import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.diagnostic.Renderer;
import io.weir.dsl.parse.Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Where the parser and the grammar do not agree whether a text is a file of the language. */
final class Difference {

    /** A limit, which is the parser's alone. */
    private static final Pattern TOO_LONG = Pattern.compile("[0-9]{35}");

    private Difference() {}

    static boolean of(String text) {
        return parses(text) != (Grammar.file(text) != null)
                && !TOO_LONG.matcher(text).find();
    }

    static boolean parses(String text) {
        return problems(text).count() == 0;
    }

    private static Problems problems(String text) {
        Problems problems = new Problems("a.weir", text);
        Parser.parse(text, problems);
        return problems;
    }

    /** The least text in which the difference is left, with what the parser says of it. */
    static String described(String text) {
        String least = shrunk(text);
        return "%s by the grammar:%n%s%n%s"
                .formatted(
                        Grammar.file(least) == null ? "rejected" : "accepted",
                        least,
                        Renderer.plain().render(problems(least).diagnostics()));
    }

    // Leaves out runs of tokens, ever shorter ones, while the difference stays.
    private static String shrunk(String text) {
        List<String> pieces = Pieces.of(text);
        for (int length = pieces.size() - 1; length > 0; length = Math.min(length - 1, pieces.size())) {
            for (int from = 0; from + length <= pieces.size(); from++) {
                List<String> shorter = new ArrayList<>(pieces);
                shorter.subList(from, from + length).clear();
                if (of(Pieces.joined(shorter))) {
                    pieces = shorter;
                    from--;
                }
            }
        }
        return Pieces.joined(pieces);
    }
}
