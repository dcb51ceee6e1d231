package io.weir.dsl.json;

import static io.weir.dsl.json.Kind.kind;
import static io.weir.dsl.json.Steps.each;
import static io.weir.dsl.json.Steps.expression;
import static io.weir.dsl.json.Steps.flag;
import static io.weir.dsl.json.Steps.maybe;
import static io.weir.dsl.json.Steps.one;
import static io.weir.dsl.json.Steps.say;

import io.weir.dsl.syntax.EventDefinition;
import io.weir.dsl.syntax.FeatureDefinition;
import io.weir.dsl.syntax.FieldDeclaration;
import io.weir.dsl.syntax.ListDefinition;
import io.weir.dsl.syntax.ModelDefinition;
import io.weir.dsl.syntax.PromptDefinition;
import io.weir.dsl.syntax.RatesDefinition;
import io.weir.dsl.syntax.SyntaxTree;
import io.weir.dsl.syntax.TableDefinition;
import io.weir.dsl.syntax.TypeReference;
import java.util.List;

/** A file, its declarations other than rules and tests, and the types in them. */
final class DeclarationKinds {

    static final Kind<SyntaxTree> FILE = kind(
            "file",
            SyntaxTree.class,
            each("declarations", "", Shape.Node.of(Family.DECLARATION), SyntaxTree::definitions));

    static final List<Kind<?>> ALL = List.of(
            FILE,
            kind(
                            "event",
                            EventDefinition.class,
                            say("event"),
                            one("name", Leaf.NAME, EventDefinition::name),
                            say("{"),
                            each("fields", ",", Shape.Node.of("field"), EventDefinition::fields),
                            say("}"),
                            maybe(say("time"), one("time", Leaf.NAME, EventDefinition::time)),
                            maybe(say("up to"), one("late", Family.AMOUNT, EventDefinition::lateness), say("late")),
                            maybe(say("from topic"), one("topic", Leaf.TEXT, EventDefinition::topic)),
                            maybe(say("as"), one("format", Leaf.NAME, EventDefinition::format)))
                    .in(Family.DECLARATION),
            kind(
                    "field",
                    FieldDeclaration.class,
                    one("name", Leaf.NAME, FieldDeclaration::name),
                    say(":"),
                    one("type", Family.TYPE, FieldDeclaration::type),
                    flag("optional", "?", FieldDeclaration::nullable),
                    maybe(say("from"), one("from", Leaf.TEXT, FieldDeclaration::from))),
            kind(
                            "list",
                            ListDefinition.class,
                            say("list"),
                            say("@"),
                            one("name", Leaf.NAME, ListDefinition::name),
                            maybe(say("="), one("entries", "listLiteral", ListDefinition::entries)),
                            maybe(say("of"), one("of", Family.TYPE, ListDefinition::element)))
                    .in(Family.DECLARATION),
            kind(
                            "table",
                            TableDefinition.class,
                            say("table"),
                            one("name", Leaf.NAME, TableDefinition::name),
                            say("by"),
                            each("by", ",", Shape.Node.of("column"), TableDefinition::keys)
                                    .least(1),
                            say("returns"),
                            one("returns", Family.TYPE, TableDefinition::returns),
                            flag("versioned", "versioned", TableDefinition::versioned),
                            maybe(say("from topic"), one("topic", Leaf.TEXT, TableDefinition::topic)))
                    .in(Family.DECLARATION),
            kind(
                    "column",
                    TableDefinition.Column.class,
                    one("name", Leaf.NAME, TableDefinition.Column::name),
                    maybe(say(":"), one("type", Family.TYPE, TableDefinition.Column::type))),
            kind("rates", RatesDefinition.class, say("rates from"), one("table", Leaf.NAME, RatesDefinition::name))
                    .in(Family.DECLARATION),
            kind(
                            "feature",
                            FeatureDefinition.class,
                            say("feature"),
                            one("name", Leaf.NAME, FeatureDefinition::name),
                            say("on"),
                            one("on", Leaf.NAME, FeatureDefinition::stream),
                            maybe(one("by", "key", FeatureDefinition::by)),
                            say("="),
                            expression("value", Place.WHOLE, FeatureDefinition::value))
                    .in(Family.DECLARATION),
            kind(
                            "model",
                            ModelDefinition.class,
                            say("model"),
                            one("name", Leaf.NAME, ModelDefinition::name),
                            say("given"),
                            each("given", ",", Shape.Node.of("modelInput"), ModelDefinition::inputs)
                                    .least(1),
                            say("returns"),
                            one("returns", Family.TYPE, ModelDefinition::returns),
                            maybe(say("else"), one("else", Family.NUMERAL, ModelDefinition::otherwise)))
                    .in(Family.DECLARATION),
            kind(
                    "modelInput",
                    ModelDefinition.Input.class,
                    one("name", Leaf.NAME, ModelDefinition.Input::name),
                    say(":"),
                    one("type", Family.TYPE, ModelDefinition.Input::type)),
            kind(
                            "prompt",
                            PromptDefinition.class,
                            say("prompt"),
                            one("name", Leaf.NAME, PromptDefinition::name),
                            maybe(say("timeout"), one("timeout", Family.AMOUNT, PromptDefinition::timeout)),
                            one("text", Leaf.TEMPLATE, PromptDefinition::template),
                            say("returns"),
                            say("{"),
                            each("returns", ",", Shape.Node.of(Family.OUTPUT), PromptDefinition::outputs),
                            say("}"))
                    .in(Family.DECLARATION),
            kind(
                            "output",
                            PromptDefinition.Output.class,
                            one("name", Leaf.NAME, PromptDefinition.Output::name),
                            say(":"),
                            one("type", Family.TYPE, PromptDefinition.Output::type))
                    .where(output -> output.type() != null)
                    .in(Family.OUTPUT),
            kind(
                            "choice",
                            PromptDefinition.Output.class,
                            one("name", Leaf.NAME, PromptDefinition.Output::name),
                            say(":"),
                            say("["),
                            each("choices", ",", Shape.Node.of(Family.ENTRY), PromptDefinition.Output::choices),
                            say("]"))
                    .where(output -> output.type() == null)
                    .in(Family.OUTPUT),
            kind(
                            "type",
                            TypeReference.class,
                            one("name", Leaf.NAME, TypeReference::name),
                            maybe(one("currency", Leaf.CURRENCY, TypeReference::currency)),
                            maybe(say("in"), one("in", Leaf.NAME, TypeReference::currencyField)))
                    .where(type -> type.form() == TypeReference.Form.NAME)
                    .in(Family.TYPE),
            kind("listType", TypeReference.class, say("list of"), one("of", Family.TYPE, TypeReference::element))
                    .where(TypeReference::isList)
                    .in(Family.TYPE),
            kind(
                            "recordType",
                            TypeReference.class,
                            say("{"),
                            each("fields", ",", Shape.Node.of("field"), TypeReference::fields),
                            say("}"))
                    .where(TypeReference::isRecord)
                    .in(Family.TYPE));

    private DeclarationKinds() {}
}
