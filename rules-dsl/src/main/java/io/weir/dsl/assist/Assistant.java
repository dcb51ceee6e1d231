package io.weir.dsl.assist;

import io.weir.dsl.Pack;
import io.weir.dsl.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers an author's questions about the sources of a pack; the door of this package. Offsets count UTF-16 units.
 *
 * <pre>{@code
 * Assistant assistant = new Assistant(pack);
 * show(assistant.completions("pay.weir", offset));
 * }</pre>
 */
public final class Assistant {

    private final Pack pack;

    public Assistant(Pack pack) {
        this.pack = pack;
    }

    /** What could be written at that place, whatever stands behind it; better ones first. */
    public List<Completion> completions(String source, int offset) {
        Place place = Place.of(pack.tree(source), offset);
        return place == null ? List.of() : new Completer(pack, place).completions();
    }

    /** What stands at that place; null where there is nothing to say. */
    public @Nullable Hover hover(String source, int offset) {
        return new Hovering(pack).hover(source, offset);
    }

    /** Where what is named there is declared; null where it is not declared in the pack. */
    public @Nullable Location definition(String source, int offset) {
        Named named = new Named(pack);
        Named.Mention mention = named.at(source, offset);
        return mention == null ? null : named.declaration(mention);
    }

    /** Where what is named there is declared and named, in the order of the sources. */
    public List<Location> references(String source, int offset) {
        Named named = new Named(pack);
        Named.Mention mention = named.at(source, offset);
        return mention == null ? List.of() : named.locations(mention);
    }

    /** What would get another name if it were renamed there; null where nothing can be. */
    public @Nullable Span renamable(String source, int offset) {
        return new Renaming(pack).renamable(source, offset);
    }

    /** What to change so that what is named there gets that name everywhere. */
    public Renamed rename(String source, int offset, String name) {
        return new Renaming(pack).rename(source, offset, name);
    }

    /** The declarations of a source, and what they declare. */
    public List<Outline> outline(String source) {
        return Outline.of(pack.tree(source));
    }
}
