package io.weir.dsl.assist;

import io.weir.dsl.Pack;
import io.weir.dsl.check.Target;
import io.weir.dsl.check.Use;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Definition;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything in a pack that has a name, and every place where it is named. */
final class Named {

    private final Pack pack;

    /** A name as it is written somewhere. */
    record Mention(
            String source,
            Definition definition,
            Span span,
            Target target,
            @Nullable Type type) {

        Location location() {
            return new Location(source, span);
        }
    }

    Named(Pack pack) {
        this.pack = pack;
    }

    /** What is named at that place, or null. */
    @Nullable
    Mention at(String source, int offset) {
        return pack.tree(source).definitions().stream()
                .filter(definition -> isIn(definition.span(), offset))
                .flatMap(definition -> mentions(source, definition))
                .filter(mention -> isIn(mention.span, offset))
                .min(Comparator.comparing(mention -> mention.span.end() - mention.span.start()))
                .orElse(null);
    }

    private static boolean isIn(Span span, int offset) {
        return span.start() <= offset && offset <= span.end();
    }

    @Nullable
    Location declaration(Mention mention) {
        Mention declaration = declared(mention);
        return declaration == null ? null : declaration.location();
    }

    /** Where it is declared, the first place where there are several; null where that is not in the pack. */
    @Nullable
    Mention declared(Mention mention) {
        return mention.target.kind().isLocal()
                ? same(mention).findFirst().orElse(null)
                : declarations()
                        .filter(declaration -> declaration.target.equals(mention.target))
                        .findFirst()
                        .orElse(null);
    }

    List<Location> locations(Mention mention) {
        return same(mention).map(Mention::location).distinct().toList();
    }

    /** Every place where the same is named, in the order of the text. */
    Stream<Mention> same(Mention mention) {
        Stream<Mention> all = mention.target.kind().isLocal() ? mentions(mention.source, mention.definition) : all();
        return all.filter(other -> other.target.equals(mention.target));
    }

    /** All that the pack declares for all of its sources. */
    Stream<Mention> declarations() {
        return pack.sources().stream()
                .flatMap(source -> pack.tree(source).definitions().stream()
                        .flatMap(definition -> declarations(source, definition)));
    }

    private Stream<Mention> all() {
        return pack.sources().stream()
                .flatMap(source ->
                        pack.tree(source).definitions().stream().flatMap(definition -> mentions(source, definition)));
    }

    private static Stream<Mention> declarations(String source, Definition definition) {
        return Declared.by(definition).stream()
                .map(one -> new Mention(source, definition, one.name().span(), one.target(), null));
    }

    private Stream<Mention> mentions(String source, Definition definition) {
        String text = pack.tree(source).text();
        int start = definition.span().start();
        Stream<Mention> uses = pack.uses(source, definition).stream()
                .flatMap(all -> all.named().stream())
                .map(use -> new Mention(source, definition, use.span().moved(start), use.target(), use.type()))
                .filter(mention -> isWritten(text, mention));
        return Stream.concat(declarations(source, definition), uses)
                .sorted(Comparator.comparing(mention -> mention.span.start()));
    }

    // A model's inputs are filled from names that are not written there.
    private static boolean isWritten(String text, Mention mention) {
        String written = text.substring(mention.span.start(), mention.span.end());
        String name = mention.target.written();
        return written.equals(name) || written.equals("`" + name + "`") || written.startsWith("\"");
    }

    /** What every name in the pack means, written or not, declaration by declaration. */
    List<List<Target>> meanings() {
        return pack.sources().stream()
                .flatMap(source -> pack.tree(source).definitions().stream()
                        .map(definition -> pack.uses(source, definition).stream()
                                .flatMap(uses -> uses.named().stream().map(Use::target))
                                .toList()))
                .toList();
    }
}
