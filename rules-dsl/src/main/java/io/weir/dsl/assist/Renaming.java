package io.weir.dsl.assist;

import io.weir.dsl.Pack;
import io.weir.dsl.Source;
import io.weir.dsl.check.Target;
import io.weir.dsl.diagnostic.Diagnostic;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.parse.Spelling;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.TablePlan;
import io.weir.dsl.syntax.Definition;
import io.weir.dsl.syntax.EventDefinition;
import io.weir.dsl.syntax.FieldDeclaration;
import io.weir.dsl.syntax.TableDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives something another name wherever it is named. What the names mean must stay the same, so the result is compiled and
 * compared before it is offered; and events keep being read as they are written: a field says where it stands in the event, an
 * event its topic, where both went by the old name.
 */
final class Renaming {

    private final Pack pack;
    private final Named named;

    Renaming(Pack pack) {
        this.pack = pack;
        this.named = new Named(pack);
    }

    @Nullable
    Span renamable(String source, int offset) {
        Named.Mention mention = named.at(source, offset);
        return mention == null || named.declared(mention) == null ? null : mention.span();
    }

    Renamed rename(String source, int offset, String name) {
        Named.Mention mention = named.at(source, offset);
        Named.Mention declared = mention == null ? null : named.declared(mention);
        if (declared == null) {
            return Renamed.refused("nothing that is declared in this pack is named here");
        }
        Target old = declared.target();
        if (old.written().equals(name)) {
            return new Renamed(List.of(), null);
        } else if (!isPossible(old.kind(), name)) {
            return Renamed.refused("'" + name + "' cannot be a name");
        } else if (old.kind() == Target.Kind.COLUMN) {
            return Renamed.refused("the rows of table " + old.owner() + " have this column by its name");
        }
        List<Renamed.Edit> edits = edits(declared, name);
        String change = change(edits, old, name);
        return change == null ? new Renamed(edits, null) : Renamed.refused(change);
    }

    private static boolean isPossible(Target.Kind kind, String name) {
        return kind == Target.Kind.RULE
                ? !name.isBlank() && name.codePoints().noneMatch(Character::isISOControl)
                : Spelling.isPossible(name);
    }

    private List<Renamed.Edit> edits(Named.Mention declared, String name) {
        Set<Renamed.Edit> edits = new LinkedHashSet<>();
        named.same(declared).forEach(mention -> edits.add(edit(mention, name)));
        edits.addAll(staysReadable(declared));
        return List.copyOf(edits);
    }

    private Renamed.Edit edit(Named.Mention mention, String name) {
        String text = pack.tree(mention.source()).text();
        Span span = mention.span();
        if (mention.target().kind() == Target.Kind.RULE) {
            String escaped = name.replace("\\", "\\\\").replace("\"", "\\\"");
            return new Renamed.Edit(new Location(mention.source(), span), "\"" + escaped + "\"");
        }
        boolean quoted = text.charAt(span.start()) != '`' && span.start() > 0 && text.charAt(span.start() - 1) == '`';
        Span whole = quoted ? new Span(span.start() - 1, span.end() + 1) : span;
        return new Renamed.Edit(new Location(mention.source(), whole), Spelling.of(name));
    }

    private List<Renamed.Edit> staysReadable(Named.Mention declared) {
        if (declared.definition() instanceof TableDefinition table && table.topic() == null) {
            TablePlan plan =
                    pack.compilation().environment().tables().get(table.name().text());
            return plan == null ? List.of() : List.of(topic(declared, table, plan.topic()));
        }
        if (!(declared.definition() instanceof EventDefinition event)) {
            return List.of();
        } else if (declared.target().kind() == Target.Kind.EVENT && event.topic() == null) {
            StreamSchema schema =
                    pack.compilation().environment().streams().get(event.name().text());
            return schema == null ? List.of() : List.of(topic(declared, event, schema.topic()));
        }
        return Declared.fields("", event.fields()).values().stream()
                .filter(field -> field.name().span().equals(declared.span()) && field.from() == null)
                .map(field -> insert(
                        declared,
                        typeEnd(declared.source(), field),
                        " from \"" + field.name().text() + "\""))
                .toList();
    }

    private int typeEnd(String source, FieldDeclaration field) {
        Span type = field.type() == null ? field.name().span() : field.type().span();
        int question = pack.tree(source).text().indexOf('?', type.end());
        return field.nullable() && question >= 0 ? question + 1 : type.end();
    }

    private static Renamed.Edit topic(Named.Mention declared, Definition definition, String topic) {
        return insert(declared, definition.span().end(), ", from topic \"" + topic + "\"");
    }

    private static Renamed.Edit insert(Named.Mention declared, int at, String text) {
        return new Renamed.Edit(new Location(declared.source(), new Span(at, at)), text);
    }

    /** What the edits would change besides the name, in a sentence; null where nothing. */
    private @Nullable String change(List<Renamed.Edit> edits, Target old, String name) {
        Pack renamed = pack.copy();
        for (String source : pack.sources()) {
            renamed.set(new Source(source, edited(source, edits)));
        }
        for (String source : pack.sources()) {
            List<Diagnostic> before = pack.diagnostics(source);
            List<Diagnostic> after = renamed.diagnostics(source);
            if (!codes(before).equals(codes(after))) {
                return after.stream()
                        .filter(diagnostic ->
                                !codes(before).contains(diagnostic.code().id()))
                        .findFirst()
                        .map(diagnostic -> diagnostic.place() + ": " + diagnostic.message())
                        .orElse("other mistakes would be found in " + source);
            }
        }
        List<List<Target>> expected = named.meanings().stream()
                .map(targets -> targets.stream()
                        .map(target -> renamed(target, old, name))
                        .toList())
                .toList();
        return expected.equals(new Named(renamed).meanings())
                ? null
                : "'" + name + "' means something else where it would stand";
    }

    private static List<String> codes(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(diagnostic -> diagnostic.code().id()).toList();
    }

    private static Target renamed(Target target, Target old, String name) {
        int prefix = old.name().length() - old.written().length();
        String path = old.name().substring(0, prefix) + name;
        if (target.equals(old)) {
            return new Target(old.kind(), old.owner(), path);
        } else if (target.owner().equals(old.owner()) && target.name().startsWith(old.name() + ".")) {
            return new Target(
                    target.kind(),
                    target.owner(),
                    path + target.name().substring(old.name().length()));
        }
        boolean member = old.owner().isEmpty() && isMember(target.kind(), old.kind());
        return member && target.owner().equals(old.name()) ? new Target(target.kind(), name, target.name()) : target;
    }

    private static boolean isMember(Target.Kind member, Target.Kind owner) {
        return switch (member) {
            case FIELD -> owner == Target.Kind.EVENT;
            case INPUT -> owner == Target.Kind.MODEL;
            case COLUMN -> owner == Target.Kind.TABLE;
            default -> false;
        };
    }

    private String edited(String source, List<Renamed.Edit> edits) {
        StringBuilder text = new StringBuilder(pack.tree(source).text());
        List<Renamed.Edit> own = new ArrayList<>(edits.stream()
                .filter(edit -> edit.where().source().equals(source))
                .toList());
        own.sort(Comparator.comparing((Renamed.Edit edit) -> edit.where().span().start())
                .reversed());
        own.forEach(edit ->
                text.replace(edit.where().span().start(), edit.where().span().end(), edit.text()));
        return text.toString();
    }
}
