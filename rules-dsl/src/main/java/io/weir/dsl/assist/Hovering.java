package io.weir.dsl.assist;

import io.weir.dsl.Pack;
import io.weir.dsl.check.Target;
import io.weir.dsl.diagnostic.Diagnostic;
import io.weir.dsl.diagnostic.DiagnosticPage;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.explain.Explanation;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.syntax.EventDefinition;
import io.weir.dsl.syntax.FieldDeclaration;
import io.weir.dsl.syntax.RuleDefinition;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what something is: a name by its declaration and its type, a word of the language by its meaning. */
final class Hovering {

    private static final int MOST_LINES = 12;
    private static final int LONGEST = 600;

    private final Pack pack;
    private final Named named;

    Hovering(Pack pack) {
        this.pack = pack;
        this.named = new Named(pack);
    }

    @Nullable
    Hover hover(String source, int offset) {
        Named.Mention mention = named.at(source, offset);
        Hover hover = mention == null ? word(source, offset) : new Hover(name(mention), mention.span());
        String pages = pages(source, offset);
        if (pages.isEmpty()) {
            return hover;
        }
        return hover == null
                ? new Hover(pages, new Span(offset, offset))
                : new Hover(hover.markdown() + "\n\n" + pages, hover.span());
    }

    private String name(Named.Mention mention) {
        Target target = mention.target();
        Named.Mention declared = named.declared(mention);
        return switch (target.kind()) {
            case FIELD -> field(mention, declared);
            case LET -> let(mention);
            case RULE -> rule(mention);
            default ->
                declared == null || target.kind().isLocal() || !target.owner().isEmpty()
                        ? of(target)
                        : code(cut(text(declared)));
        };
    }

    private static String of(Target target) {
        String owner = target.owner().isEmpty() ? "" : " of " + target.owner();
        return "**" + target.name() + "**: " + target.kind().text() + owner;
    }

    private String field(Named.Mention mention, Named.@Nullable Mention declared) {
        String type = mention.type() == null ? "" : ": " + mention.type().text();
        String line = "**" + mention.target().name() + "**" + type + ", a field of "
                + mention.target().owner();
        if (declared == null || !(declared.definition() instanceof EventDefinition event)) {
            return line;
        }
        return Declared.fields("", event.fields()).values().stream()
                .filter(field -> field.name().span().equals(declared.span()))
                .findFirst()
                .map(field -> line + "\n\n" + code(declaration(declared, field)))
                .orElse(line);
    }

    private String declaration(Named.Mention declared, FieldDeclaration field) {
        String text = pack.tree(declared.source()).text();
        int end = text.indexOf('\n', field.span().end());
        String behind = text.substring(field.span().end(), end < 0 ? text.length() : end);
        String comment = behind.strip().startsWith("#") ? "  " + behind.strip() : "";
        return text.substring(field.span().start(), field.span().end()) + comment;
    }

    private String let(Named.Mention mention) {
        String type = mention.type() == null ? "" : ": " + mention.type().text();
        RulePlan plan = plan(mention.definition().name().text());
        String words = plan == null
                ? null
                : plan.lets().stream()
                        .filter(let -> let.name().equals(mention.target().name()))
                        .map(let -> Explanation.words(plan, let.value()))
                        .findFirst()
                        .orElse(null);
        String head = "**" + mention.target().name() + "**" + type + ", a let of this rule";
        return head + (words == null ? written(mention) : "\n\n" + words);
    }

    private String written(Named.Mention mention) {
        return mention.definition() instanceof RuleDefinition rule
                ? rule.lets().stream()
                        .filter(let -> let.name().text().equals(mention.target().name()))
                        .map(let -> "\n\n"
                                + code(pack.tree(mention.source())
                                        .text()
                                        .substring(
                                                let.span().start(), let.span().end())))
                        .findFirst()
                        .orElse("")
                : "";
    }

    private String rule(Named.Mention mention) {
        RulePlan plan = plan(mention.target().name());
        return plan == null ? of(mention.target()) : "```\n" + Explanation.of(plan) + "```";
    }

    private @Nullable RulePlan plan(String rule) {
        return pack.compilation().rules().stream()
                .filter(plan -> plan.name().equals(rule))
                .findFirst()
                .orElse(null);
    }

    private String text(Named.Mention declared) {
        Span span = declared.definition().span();
        return pack.tree(declared.source()).text().substring(span.start(), span.end());
    }

    private static String cut(String text) {
        List<String> lines = text.lines().toList();
        String first = lines.stream().limit(MOST_LINES).collect(Collectors.joining("\n"));
        boolean whole = lines.size() <= MOST_LINES && first.length() <= LONGEST;
        return whole ? first : first.substring(0, Math.min(first.length(), LONGEST)) + " …";
    }

    private static String code(String text) {
        return "```weir\n" + text + "\n```";
    }

    private @Nullable Hover word(String source, int offset) {
        List<Token> tokens = pack.tree(source).tokens();
        for (int index = 0; index < tokens.size(); index++) {
            Token token = tokens.get(index);
            if (token.is(TokenKind.WORD)
                    && token.span().start() <= offset
                    && offset <= token.span().end()) {
                return meaning(tokens, index);
            }
        }
        return null;
    }

    private static @Nullable Hover meaning(List<Token> tokens, int index) {
        int from = Math.max(0, index - 12);
        List<String> words = tokens.subList(from, Math.min(tokens.size(), index + 12)).stream()
                .map(Token::text)
                .toList();
        Phrase phrase = Vocabulary.at(words, index - from);
        return phrase == null
                ? null
                : new Hover(
                        "**" + phrase.label() + "**\n\n" + phrase.meaning(),
                        tokens.get(index).span());
    }

    private String pages(String source, int offset) {
        return pack.diagnostics(source).stream()
                .filter(diagnostic -> diagnostic.place().from().offset() <= offset
                        && offset <= diagnostic.place().to().offset())
                .map(Diagnostic::code)
                .distinct()
                .flatMap(code ->
                        Stream.ofNullable(DiagnosticPage.summary(code)).map(line -> "_" + code.id() + "_: " + line))
                .collect(Collectors.joining("\n\n"));
    }
}
