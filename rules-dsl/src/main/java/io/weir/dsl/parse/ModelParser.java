package io.weir.dsl.parse;

import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.ModelDefinition;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import io.weir.dsl.syntax.TypeReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code model fraud given amount: float, velocity: float returns probability else 0.0}. */
final class ModelParser {

    private final Cursor cursor;
    private final Terms terms;
    private final List<ModelDefinition.Input> inputs = new ArrayList<>();
    private @Nullable TypeReference returns;
    private @Nullable Expression otherwise;

    ModelParser(Cursor cursor) {
        this.cursor = cursor;
        this.terms = new Terms(cursor);
    }

    ModelDefinition model() {
        Token first = cursor.expectWord("model");
        Name name = cursor.name("the name of the model");
        cursor.recover(this::given, this::atReturns);
        cursor.recover(this::returned, () -> false);
        return new ModelDefinition(name, inputs, returns, otherwise, cursor.since(first));
    }

    private boolean atReturns() {
        return cursor.atWords("returns");
    }

    private Token given() {
        Token first = cursor.expectWord("given");
        do {
            Name input = cursor.name("the name of an input");
            cursor.expect(TokenKind.COLON);
            inputs.add(new ModelDefinition.Input(input, terms.type()));
        } while (cursor.takeIf(TokenKind.COMMA));
        return first;
    }

    private Token returned() {
        Token first = cursor.expectWord("returns");
        returns = terms.type();
        if (cursor.takeIfWords("else")) {
            otherwise = terms.number();
        }
        return first;
    }
}
