package io.weir.dsl.json;

import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.syntax.Body;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.Node;
import io.weir.dsl.syntax.SyntaxTree;
import io.weir.dsl.syntax.TemplateText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a tree's records into drafts. */
final class DraftOf {

    private final Spelling spelling;

    private DraftOf(Spelling spelling) {
        this.spelling = spelling;
    }

    /** The draft of a file that was read without problems. */
    static Draft tree(SyntaxTree tree) {
        return new DraftOf(new Spelling(tree)).node(tree, Shape.Node.of(DeclarationKinds.FILE.name()));
    }

    private Draft node(Object node, Shape.Node place) {
        Kind<?> kind = Kinds.of(node, place);
        Leaf leaf = kind.leaf();
        return leaf == null ? node(kind, node) : leaf(leaf, node);
    }

    private <T> Draft node(Kind<T> kind, Object node) {
        Draft draft = new Draft(kind, node instanceof Node placed ? placed.span() : null, "");
        for (Part<T> part : kind.parts()) {
            Object value = part.value().apply(kind.type().cast(node), spelling);
            Object drafted = value == null ? null : part(part, value);
            if (drafted != null) {
                draft.put(part.name(), drafted);
            }
        }
        Step<T> last = kind.steps().get(kind.steps().size() - 1);
        if (!(node instanceof Node) && last instanceof Step.Say<T> say) {
            draft.endAt(spelling.endOf(say.words(), draft.span()));
        }
        return draft;
    }

    private @Nullable Object part(Part<?> part, Object value) {
        if (value instanceof List<?> list) {
            List<Draft> drafts = new ArrayList<>();
            list.forEach(each -> drafts.add(draft(part.shape(), each)));
            return drafts.isEmpty() ? null : drafts;
        } else if (part.shape() instanceof Shape.Flag) {
            return value.equals(true) ? value : null;
        } else if (part.shape() instanceof Shape.Choice || part.shape() instanceof Shape.Truth) {
            return value;
        }
        return draft(part.shape(), value);
    }

    private Draft draft(Shape shape, Object value) {
        return shape instanceof Leaf leaf ? leaf(leaf, value) : node(value, (Shape.Node) shape);
    }

    private Draft leaf(Leaf leaf, Object node) {
        Span span = node instanceof Node placed ? placed.span() : null;
        Draft draft = new Draft(Kinds.of(leaf), span, "");
        String value = value(node);
        draft.put(Kind.VALUE, value);
        if (span != null && leaf == Leaf.NAME && spelling.isQuoted(span) && !Quotes.needsQuotes(value)) {
            draft.put(Quotes.QUOTED, true);
        }
        Boolean isLong = span == null ? null : spelling.isLong(span);
        if (isLong != null && leaf.mayBeLong() && isLong != Quotes.isUsuallyLong(value)) {
            draft.put(Quotes.LONG, isLong);
        }
        return draft;
    }

    private String value(Object node) {
        if (node instanceof Name name) {
            return name.text();
        } else if (node instanceof Expression.TextLiteral text) {
            return text.value();
        } else if (node instanceof TemplateText template) {
            return template.text().value();
        } else if (node instanceof Expression.NumberLiteral number) {
            return spelling.number(number.span(), number.value().toPlainString());
        } else if (node instanceof Body.Quantifier quantifier) {
            Span span = quantifier.span();
            return spelling.words(span.start(), span.end(), usual(quantifier)).replace(" ", "");
        }
        return (String) node;
    }

    private static String usual(Body.Quantifier quantifier) {
        Integer most = quantifier.most();
        if (most == null) {
            return quantifier.least() == 0 ? "*" : quantifier.least() == 1 ? "+" : "{" + quantifier.least() + ",}";
        } else if (quantifier.least() == 0 && most == 1) {
            return "?";
        }
        return quantifier.least() == most ? "{" + most + "}" : "{" + quantifier.least() + "," + most + "}";
    }
}
