package io.weir.admin.publish;

import io.weir.dsl.Compilation;
import io.weir.dsl.Declaration;
import io.weir.dsl.Environment;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ArtifactName;
import io.weir.dsl.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Sources, compiled together with all that stays live beside them. The live rules are compiled again only where something that
 * they may lean on changes.
 *
 * @param declared what the sources declare, by name
 * @param own diagnostics of the sources
 * @param broken mistakes that live declarations would have from then on
 */
record PackCheck(
        Map<ArtifactName, Declaration> declared,
        Compilation compilation,
        List<Diagnostic> own,
        List<Diagnostic> broken) {

    static PackCheck of(LiveSet live, List<Source> sources, Set<ArtifactName> retired) {
        Map<ArtifactName, Declaration> declared = new LinkedHashMap<>();
        RuleCompiler.compile(sources).declarations().forEach(each -> declared.put(name(each), each));
        List<LiveSet.Entry> kept = kept(live, declared, retired);
        List<Source> all = new ArrayList<>(kept.stream().map(PackCheck::source).toList());
        all.addAll(sources);
        Compilation compilation = RuleCompiler.compile(Environment.EMPTY, all);
        Set<String> keptNames = kept.stream().map(PackCheck::sourceName).collect(Collectors.toSet());
        Map<Boolean, List<Diagnostic>> byOrigin = compilation.diagnostics().stream()
                .collect(Collectors.partitioningBy(
                        diagnostic -> keptNames.contains(diagnostic.place().file())));
        return new PackCheck(
                declared,
                compilation,
                byOrigin.getOrDefault(false, List.of()),
                byOrigin.getOrDefault(true, List.of()).stream()
                        .filter(Diagnostic::isError)
                        .toList());
    }

    private static ArtifactName name(Declaration declaration) {
        return new ArtifactName(declaration.kind(), declaration.slug());
    }

    private static List<LiveSet.Entry> kept(
            LiveSet live, Map<ArtifactName, Declaration> declared, Set<ArtifactName> retired) {
        Set<ArtifactName> gone = new TreeSet<>(retired);
        gone.addAll(declared.keySet());
        boolean foundationsMove =
                gone.stream().anyMatch(name -> name.kind() != ArtifactKind.RULE && moves(live, name, declared));
        return live.declarations()
                .filter(entry -> !gone.contains(entry.name()))
                .filter(entry -> foundationsMove || entry.name().kind() != ArtifactKind.RULE)
                .toList();
    }

    private static boolean moves(LiveSet live, ArtifactName name, Map<ArtifactName, Declaration> declared) {
        LiveSet.Entry entry = live.get(name);
        Declaration declaration = declared.get(name);
        return entry != null
                && (declaration == null
                        || !declaration.text().equals(entry.artifact().text()));
    }

    private static Source source(LiveSet.Entry entry) {
        return new Source(sourceName(entry), String.valueOf(entry.artifact().text()));
    }

    /** As its place is shown where it does not compile any more. */
    private static String sourceName(LiveSet.Entry entry) {
        return "live " + entry.name() + "@" + entry.artifact().id().revision();
    }

    boolean hasErrors() {
        return !broken.isEmpty() || own.stream().anyMatch(Diagnostic::isError);
    }

    List<Diagnostic> all() {
        List<Diagnostic> all = new ArrayList<>(own);
        all.addAll(broken);
        return all;
    }
}
