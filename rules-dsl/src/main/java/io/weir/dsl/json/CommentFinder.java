package io.weir.dsl.json;

import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.json.Comments.Where;
import io.weir.dsl.syntax.SyntaxTree;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives each comment of a file that was laid out to the node that it stands by. */
final class CommentFinder {

    private final SyntaxTree tree;
    private final Draft file;
    private final List<Draft> declarations;
    private int next;

    private CommentFinder(SyntaxTree tree, Draft file) {
        this.tree = tree;
        this.file = file;
        this.declarations = file.children();
    }

    static void find(SyntaxTree tree, Draft file) {
        new CommentFinder(tree, file).run();
    }

    private void run() {
        for (int index = 0; index < tree.tokens().size(); index++) {
            Token token = tree.tokens().get(index);
            Gap gap = Gap.before(tree.text(), token);
            if (next < declarations.size()
                    && span(declarations.get(next)).start() == token.span().start()) {
                next++;
                between(gap, declarations.get(next - 1));
            } else if (token.is(TokenKind.END)) {
                between(gap, file);
            } else if (!gap.isPlain()) {
                within(gap, index);
            }
        }
    }

    /** Before a declaration or at the end of the file. */
    private void between(Gap gap, Draft after) {
        Where above = after == file ? Where.INSIDE : Where.ABOVE;
        int earlier = after == file ? declarations.size() - 1 : next - 2;
        Draft before = earlier < 0 ? null : declarations.get(earlier);
        boolean introduced = false;
        for (Gap.Comment comment : gap.comments()) {
            if (before != null && comment.newlines() == 0) {
                before.comments().add(Where.BEHIND, comment.text());
            } else if (before != null && !introduced && comment.newlines() == 1 && comment.indented()) {
                before.comments().add(Where.BELOW, comment.text());
            } else {
                blank(after, above, introduced && comment.newlines() > 1);
                after.comments().add(above, comment.text());
                introduced = true;
            }
        }
        boolean parted = introduced || (before != null && isShort(before) && isShort(after) && alike(before, after));
        blank(after, above, after != file && gap.newlines() > 1 && parted);
    }

    private boolean isShort(Draft declaration) {
        Span span = span(declaration);
        return !tree.text().substring(span.start(), span.end()).contains("\n");
    }

    private static boolean alike(Draft one, Draft other) {
        return one.kind().name().equals(other.kind().name());
    }

    private static void blank(Draft draft, Where where, boolean wanted) {
        if (wanted) {
            draft.comments().add(where, "");
        }
    }

    private void within(Gap gap, int index) {
        Token before = tree.tokens().get(index - 1);
        Token token = tree.tokens().get(index);
        Draft around = around(declarations.get(next - 1), before, token);
        List<Draft> parts = inOrder(around);
        Draft earlier = last(parts, before.span().end());
        Draft later = first(parts, token.span().start());
        for (Gap.Comment comment : gap.comments()) {
            if (earlier != null && comment.newlines() == 0 && mayTrail(earlier, index)) {
                earlier.comments().add(Where.BEHIND, comment.text());
                continue;
            }
            Draft owner = later == null ? around : later;
            Where where = later == null && !around.isLeaf() ? Where.INSIDE : Where.ABOVE;
            blank(owner, where, comment.newlines() > 1);
            owner.comments().add(where, comment.text());
        }
        if (gap.comments().isEmpty() && later != null) {
            later.comments().add(Where.ABOVE, "");
        }
    }

    /** The smallest node that both tokens belong to. */
    private static Draft around(Draft draft, Token before, Token token) {
        Span both = before.span().to(token.span());
        for (Draft part : inOrder(draft)) {
            if (span(part).contains(both)) {
                return around(part, before, token);
            }
        }
        return draft;
    }

    private static List<Draft> inOrder(Draft draft) {
        List<Draft> parts = new ArrayList<>(draft.children());
        parts.removeIf(part -> part.span() == null);
        parts.sort(Comparator.comparingInt(part -> span(part).start()));
        return parts;
    }

    private static @Nullable Draft last(List<Draft> parts, int end) {
        Draft last = null;
        for (Draft part : parts) {
            last = span(part).end() <= end ? part : last;
        }
        return last;
    }

    private static @Nullable Draft first(List<Draft> parts, int start) {
        return parts.stream()
                .filter(part -> span(part).start() >= start)
                .findFirst()
                .orElse(null);
    }

    // One comment, with nothing but commas between.
    private boolean mayTrail(Draft earlier, int index) {
        int from = span(earlier).end();
        int at = index - 1;
        while (tree.tokens().get(at).span().start() >= from) {
            if (!tree.tokens().get(at).is(TokenKind.COMMA)) {
                return false;
            }
            at--;
        }
        return earlier.comments().at(Where.BEHIND).isEmpty();
    }

    private static Span span(Draft draft) {
        Span span = draft.span();
        return span == null ? new Span(0, 0) : span;
    }
}
