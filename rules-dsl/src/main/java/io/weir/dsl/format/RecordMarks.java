package io.weir.dsl.format;

import io.weir.dsl.syntax.FieldDeclaration;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import io.weir.dsl.syntax.TypeReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record among types: its fields in one line with commas, or a field a line without. */
final class RecordMarks {

    private final Marks marks;

    RecordMarks(Marks marks) {
        this.marks = marks;
    }

    /** In as few lines as there is room for; nothing to do for any other type. */
    void flat(@Nullable TypeReference type) {
        flat(type, 1);
    }

    private void flat(@Nullable TypeReference type, int level) {
        if (type == null) {
            return;
        }
        flat(type.element(), level);
        List<FieldDeclaration> fields = type.fields();
        for (int index = 0; index < fields.size(); index++) {
            if (index > 0) {
                separate(fields.get(index), level);
            }
            flat(fields.get(index).type(), level + 1);
        }
        if (!fields.isEmpty()) {
            marks.dropCommaBefore(closing(type));
        }
    }

    private void separate(FieldDeclaration field, int level) {
        Token before = marks.before(field, 1);
        if (!before.is(TokenKind.COMMA)) {
            marks.commaAfter(before);
        }
        marks.at(marks.first(field), Break.may(level, 2 + 2 * level));
    }

    void open(TypeReference record) {
        for (FieldDeclaration field : record.fields()) {
            marks.at(marks.first(field), Break.field());
            marks.dropCommaBefore(marks.index(field.span().end()));
            flat(field.type());
        }
        if (!record.fields().isEmpty()) {
            marks.at(marks.token(closing(record)), Break.closing());
        }
    }

    private int closing(TypeReference record) {
        return marks.index(record.span().end()) - 1;
    }
}
