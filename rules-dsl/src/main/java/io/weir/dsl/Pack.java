package io.weir.dsl;

import io.weir.dsl.check.Checker;
import io.weir.dsl.check.Memory;
import io.weir.dsl.check.Uses;
import io.weir.dsl.diagnostic.Diagnostic;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.parse.Parser;
import io.weir.dsl.syntax.Definition;
import io.weir.dsl.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sources that are being edited. What it finds is always what {@link RuleCompiler} finds in the same sources in the order of their
 * names; but a source is read anew only where it has changed, and a declaration is checked anew only where it or what it uses has.
 * For one thread at a time.
 *
 * <pre>{@code
 * Pack pack = new Pack();
 * pack.set(new Source("pay.weir", text));
 * show(pack.diagnostics("pay.weir"));
 * }</pre>
 */
public final class Pack {

    private final Environment base;
    private final TreeMap<String, Entry> entries = new TreeMap<>();
    private Checker.@Nullable Checked checked;

    private static final class Entry {
        private final Source source;
        private final SyntaxTree tree;
        private final Problems read;
        private final Memory memory;
        private Problems found;
        private @Nullable Problems shown;
        private List<Diagnostic> diagnostics = List.of();

        Entry(Source source, Memory memory) {
            this.source = source;
            this.read = new Problems(source.name(), source.text());
            this.tree = Parser.parse(source.text(), read);
            this.memory = memory;
            this.found = read;
        }

        Checker.File file() {
            found = read.again();
            memory.start(tree);
            return new Checker.File(tree, found, memory);
        }

        List<Diagnostic> diagnostics() {
            if (shown == null || !found.areThoseOf(shown)) {
                diagnostics = found.diagnostics();
            }
            shown = found;
            return diagnostics;
        }
    }

    public Pack() {
        this(Environment.EMPTY);
    }

    /** A pack whose sources may use what is declared elsewhere. */
    public Pack(Environment base) {
        this.base = base;
    }

    /** The same sources, to be changed without changing these. */
    public Pack copy() {
        Pack copy = new Pack(base);
        entries.values().forEach(entry -> copy.set(entry.source));
        return copy;
    }

    /** Adds a source, or replaces the one of that name. */
    public void set(Source source) {
        Entry old = entries.get(source.name());
        if (old == null || !old.source.text().equals(source.text())) {
            entries.put(source.name(), new Entry(source, old == null ? new Memory() : old.memory));
            checked = null;
        }
    }

    public void remove(String source) {
        if (entries.remove(source) != null) {
            checked = null;
        }
    }

    /** The names of the sources, in order. */
    public Set<String> sources() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    /** The text of that source, or null. */
    public @Nullable String text(String source) {
        Entry entry = entries.get(source);
        return entry == null ? null : entry.source.text();
    }

    /** What is wrong with that source; nothing where there is none of that name. */
    public List<Diagnostic> diagnostics(String source) {
        check();
        Entry entry = entries.get(source);
        return entry == null ? List.of() : entry.diagnostics();
    }

    /** As {@link RuleCompiler} would answer. */
    public Compilation compilation() {
        Checker.Checked result = check();
        List<Source> sources = new ArrayList<>();
        List<Checker.File> files = new ArrayList<>();
        for (Entry entry : entries.values()) {
            sources.add(entry.source);
            files.add(new Checker.File(entry.tree, entry.found, entry.memory));
        }
        return RuleCompiler.compilation(base, sources, files, result);
    }

    /** The tree of that source; an empty one where there is none. */
    public SyntaxTree tree(String source) {
        Entry entry = entries.get(source);
        return entry == null ? new SyntaxTree("", List.of(), List.of()) : entry.tree;
    }

    /** What the declarations of a tree would use if they stood in the pack. */
    public Uses probe(SyntaxTree tree, Problems problems) {
        return Checker.probe(tree, problems, check().names());
    }

    /** What a declaration of that source used. */
    public List<Uses> uses(String source, Definition definition) {
        check();
        Entry entry = entries.get(source);
        return entry == null ? List.of() : entry.memory.uses(definition);
    }

    private Checker.Checked check() {
        Checker.Checked known = checked;
        if (known == null) {
            List<Checker.File> files =
                    entries.values().stream().map(Entry::file).toList();
            known = Checker.check(files, base.known());
            checked = known;
        }
        return known;
    }
}
