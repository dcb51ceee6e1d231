package io.weir.dsl.json;

import io.weir.dsl.json.Comments.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes a draft as its kind says, with as many back-quotes and parentheses as its care asks for. */
final class Printer {

    /** Names that are words of the language stand in back-quotes where these are asked for. */
    private static final Set<String> WORDS = LanguageWords.all();

    private final Care care;
    private final List<Piece> pieces = new ArrayList<>();

    private Printer(Care care) {
        this.care = care;
    }

    static Written print(Draft declaration, Care care) {
        Printer printer = new Printer(care);
        printer.node(declaration, Place.WHOLE);
        return Written.of(printer.pieces);
    }

    private void node(Draft draft, Place place) {
        boolean grouped = !place.takes(draft) || (care.guards() && draft.kind().isOpen() && place.isRisky());
        if (grouped) {
            add("(", draft);
        }
        if (draft.isLeaf()) {
            add(leaf(draft), draft);
        } else {
            new Steps(draft).write(draft.kind().steps());
        }
        pieces.get(pieces.size() - 1).above().addAll(draft.comments().at(Where.INSIDE));
        if (grouped) {
            add(")", draft);
        }
    }

    private void add(String text, Draft draft) {
        pieces.add(new Piece(text, draft.pointer()));
    }

    private String leaf(Draft draft) {
        String value = draft.value();
        Leaf leaf = draft.kind().leaf();
        if (leaf == Leaf.NAME) {
            return Quotes.name(value, draft.part(Quotes.QUOTED) != null || care.quotes(value, WORDS));
        } else if (leaf == Leaf.TITLE) {
            return Quotes.shortText(value);
        } else if (leaf == Leaf.TEXT || leaf == Leaf.TEMPLATE) {
            return isLong(value, draft.part(Quotes.LONG)) ? Quotes.longText(value) : Quotes.shortText(value);
        }
        return value;
    }

    private static boolean isLong(String value, @Nullable Object asked) {
        return asked == null ? Quotes.isUsuallyLong(value) : asked.equals(true) && Quotes.mayBeLong(value);
    }

    /** The pieces of one node. A comment above a part stands before the words that lead to it. */
    private final class Steps {

        private final Draft draft;
        private final int start = pieces.size();
        private int lead = start;

        Steps(Draft draft) {
            this.draft = draft;
        }

        void write(List<? extends Step<?>> steps) {
            for (Step<?> step : steps) {
                if (step instanceof Step.Say<?> say) {
                    words(say.words());
                    lead = say.isSymbol() ? pieces.size() : lead;
                } else if (step instanceof Step.Unless<?> unless && draft.part(unless.part()) == null) {
                    words(unless.words());
                } else if (step instanceof Step.Maybe<?> maybe && isThere(maybe)) {
                    lead = pieces.size();
                    write(maybe.steps());
                } else if (step instanceof Part<?> part) {
                    part(part);
                }
            }
        }

        private void words(String words) {
            for (String word : words.split(" ")) {
                add(word, draft);
            }
        }

        private boolean isThere(Step.Maybe<?> maybe) {
            return maybe.steps().stream()
                    .anyMatch(step -> step instanceof Part<?> part && draft.part(part.name()) != null);
        }

        private void part(Part<?> part) {
            Object value = draft.part(part.name());
            if (value instanceof List<?> list) {
                each(part, list);
            } else if (value instanceof Draft child) {
                child(child, part.place());
            } else if (value instanceof String word && part.shape() instanceof Shape.Choice choice) {
                words(choice.words().getOrDefault(word, word));
            } else if (part.shape() instanceof Shape.Flag flag) {
                flag(value != null ? flag.word() : "");
            } else if (value != null) {
                add(value.toString(), draft);
            }
        }

        private void flag(String word) {
            if (!word.isEmpty()) {
                add(word, draft);
            }
        }

        private void each(Part<?> part, List<?> list) {
            Draft before = null;
            for (Object each : list) {
                Draft child = (Draft) each;
                Part.Between between = part.between();
                if (before != null && between != null) {
                    between(between.words(before, child));
                }
                child(child, part.place());
                before = child;
            }
        }

        private void between(String words) {
            lead = pieces.size();
            if (!words.isEmpty()) {
                add(words, draft);
                lead = Character.isLetter(words.charAt(0)) ? lead : pieces.size();
            }
        }

        private void child(Draft child, Place place) {
            int at = lead == start ? pieces.size() : lead;
            node(child, place);
            pieces.get(at).above().addAll(0, child.comments().at(Where.ABOVE));
            pieces.get(pieces.size() - 1).behind().addAll(child.comments().at(Where.BEHIND));
            lead = pieces.size();
        }
    }
}
