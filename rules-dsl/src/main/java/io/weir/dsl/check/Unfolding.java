package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.ExprParts;
import io.weir.dsl.syntax.Name;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says a {@code let} again for another event: its fields are that event's, and the lets in it are unfolded too. */
final class Unfolding {

    private static final int MOST_PARTS = 1_000;

    private final RuleContext rule;
    private final @Nullable StreamSymbol counted;
    private final Name use;
    private int parts;

    Unfolding(RuleContext rule, @Nullable StreamSymbol counted, Name use) {
        this.rule = rule;
        this.counted = counted;
        this.use = use;
    }

    /** For the events that the rule itself looks at. */
    static Unfolding inPlace(RuleContext rule, Span span) {
        return new Unfolding(rule, null, new Name("", span));
    }

    /** Null, and reported, where the counted event lacks a field or it gets too large. */
    @Nullable
    Expr unfold(Expr value) {
        Expr unfolded = of(value);
        if (unfolded == null && parts > MOST_PARTS) {
            rule.report(Code.UNFOLDS_TOO_FAR, use.span()).help("say less of it with lets");
        }
        return unfolded;
    }

    private @Nullable Expr of(Expr expr) {
        if (++parts > MOST_PARTS) {
            return null;
        } else if (expr instanceof Expr.FieldOf field) {
            return counted == null ? field : field(field, counted);
        } else if (expr instanceof Expr.LetOf let) {
            LetSymbol symbol = rule.let(let.name());
            return symbol == null || symbol.value() == null ? null : of(symbol.value());
        }
        List<Expr> operands = ExprParts.of(expr);
        List<Expr> unfolded = new ArrayList<>();
        for (Expr operand : operands) {
            Expr part = of(operand);
            if (part == null) {
                return null;
            }
            unfolded.add(part);
        }
        return ExprParts.with(expr, unfolded);
    }

    private @Nullable Expr field(Expr.FieldOf field, StreamSymbol counted) {
        String name = field.field().name();
        Expr.FieldOf its = Fields.of(counted, 0, name);
        if (its == null || !its.type().equals(field.type())) {
            if (!counted.isSilent(name) && parts <= MOST_PARTS) {
                rule.report(Code.FIELD_NOT_IN_ALL, use.span(), name, field.streamName(), counted.name())
                        .help("'" + use.text() + "' reads it, and here it would read " + counted.name());
            }
            return null;
        }
        return its;
    }
}
