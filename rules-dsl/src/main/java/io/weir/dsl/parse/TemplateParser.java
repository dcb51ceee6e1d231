package io.weir.dsl.parse;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.TemplateText;
import io.weir.dsl.syntax.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the places for values in a text: <code>{path}</code>, where <code>{{</code> is one brace. */
final class TemplateParser {

    private static final Pattern NAME = Pattern.compile("\\s*(?:`([^`{}]+)`|([\\p{L}_][\\p{L}\\p{N}_]*))\\s*(\\.|$)");

    private final Cursor cursor;
    private final List<TemplateText.Part> parts = new ArrayList<>();
    private final StringBuilder piece = new StringBuilder();

    TemplateParser(Cursor cursor) {
        this.cursor = cursor;
    }

    TemplateText template(String what) {
        Token token = cursor.peek();
        Expression.TextLiteral text = cursor.text(what);
        TextContent content = cursor.content(token);
        String value = content.value();
        int at = 0;
        while (at < value.length()) {
            if (value.startsWith("{{", at)) {
                piece.append('{');
                at += 2;
            } else if (value.charAt(at) == '{') {
                at = place(content, at);
            } else {
                piece.append(value.charAt(at++));
            }
        }
        endPiece();
        return new TemplateText(text, parts);
    }

    // Answers where to go on: behind the closing brace, or behind the opening one where this is no place.
    private int place(TextContent content, int open) {
        String value = content.value();
        int close = value.indexOf('}', open);
        List<Name> names = close < 0 ? List.of() : names(content, open + 1, close);
        if (names.isEmpty()) {
            strange(content, open, close);
            return open + 1;
        }
        endPiece();
        parts.add(new TemplateText.Hole(new Expression.Path(names, content.span(open + 1, close))));
        return close + 1;
    }

    /** Names parted by dots; none at all where anything else stands there. */
    private static List<Name> names(TextContent content, int from, int to) {
        List<Name> names = new ArrayList<>();
        Matcher matcher = NAME.matcher(content.value()).region(from, to);
        boolean more = true;
        while (more && matcher.lookingAt()) {
            int group = matcher.group(1) == null ? 2 : 1;
            names.add(new Name(matcher.group(group), content.span(matcher.start(group), matcher.end(group))));
            more = !matcher.group(3).isEmpty();
            matcher.region(matcher.end(), to);
        }
        return more ? List.of() : names;
    }

    private void strange(TextContent content, int open, int close) {
        int lineEnd = content.value().indexOf('\n', open);
        int end = close < 0 || (lineEnd >= 0 && lineEnd < close) ? open + 1 : close + 1;
        cursor.report(
                        Code.STRANGE_PLACE,
                        content.span(open, end),
                        content.value().substring(open, end))
                .help("a place is {name} or {event.field}; a brace itself is written {{")
                .fix("Double the brace", content.span(open, open + 1), "{{");
    }

    private void endPiece() {
        if (piece.length() > 0) {
            parts.add(new TemplateText.Piece(piece.toString()));
            piece.setLength(0);
        }
    }
}
