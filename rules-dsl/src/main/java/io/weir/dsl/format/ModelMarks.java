package io.weir.dsl.format;

import io.weir.dsl.syntax.ModelDefinition;

/** A model: in one line, or what it is given and what it returns in lines of their own. */
final class ModelMarks {

    private static final int CLAUSE = 1;
    private static final int INPUT = 2;

    private ModelMarks() {}

    static void mark(Marks marks, ModelDefinition model) {
        for (ModelDefinition.Input input : model.inputs()) {
            boolean first = input.equals(model.inputs().get(0));
            marks.at(marks.before(input.name(), first ? 1 : 0), Break.may(first ? CLAUSE : INPUT, first ? 2 : 4));
        }
        if (model.returns() != null) {
            marks.at(marks.before(model.returns(), 1), Break.may(CLAUSE, 2));
        }
        if (model.otherwise() != null) {
            ExpressionMarks.value(marks, model.otherwise(), 4);
        }
    }
}
