package io.weir.dsl.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** Puts a part of one file where another has a part of the same kind, with all that may follow from it. */
final class Graft {

    private Graft() {}

    /** The text with a part of the other in it; as it is where the two have nothing alike. */
    static String grafted(String text, String other, Random random) {
        List<ParserRuleContext> parts = parts(text);
        List<ParserRuleContext> others = parts(other);
        if (parts.isEmpty()) {
            return text;
        }
        ParserRuleContext part = parts.get(random.nextInt(parts.size()));
        others.removeIf(candidate -> candidate.getRuleIndex() != part.getRuleIndex());
        if (others.isEmpty()) {
            return text;
        }
        ParserRuleContext taken = others.get(random.nextInt(others.size()));
        return text.substring(0, start(part)) + other.substring(start(taken), end(taken)) + text.substring(end(part));
    }

    private static List<ParserRuleContext> parts(String text) {
        List<ParserRuleContext> parts = new ArrayList<>();
        WeirParser.FileContext file = Grammar.file(text);
        if (file != null) {
            collect(file, parts);
        }
        return parts;
    }

    private static void collect(ParseTree tree, List<ParserRuleContext> parts) {
        if (tree instanceof ParserRuleContext part && !(tree instanceof WeirParser.FileContext)) {
            parts.add(part);
        }
        for (int i = 0; i < tree.getChildCount(); i++) {
            collect(tree.getChild(i), parts);
        }
    }

    private static int start(ParserRuleContext part) {
        return part.getStart().getStartIndex();
    }

    private static int end(ParserRuleContext part) {
        return part.getStop().getStopIndex() + 1;
    }
}
