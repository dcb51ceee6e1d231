package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one declaration asked of the others while it was checked, and what its names turned out to mean: enough to know whether
 * it must be checked again, and to lead an editor from a name to its declaration. Spans are counted from where the declaration
 * starts.
 */
public final class Uses {

    /** Stands where something is to be written. */
    public static final String BLANK = "__blank__";

    private final int start;
    private final List<Answer> answers = new ArrayList<>();
    private final List<Use> named = new ArrayList<>();
    private final List<Candidate> candidates = new ArrayList<>();
    private @Nullable Wanted wanted;
    private boolean mayLookBack;

    private record Answer(Question<?> question, @Nullable Object answer) {
        boolean holds(Names names) {
            return Objects.equals(answer, question.ask(names));
        }
    }

    Uses(int start) {
        this.start = start;
    }

    void asked(Question<?> question, @Nullable Object answer) {
        answers.add(new Answer(question, answer));
    }

    /** Whether everything that was asked would still be answered alike. */
    boolean hold(Names names) {
        return answers.stream().allMatch(answer -> answer.holds(names));
    }

    void named(Name name, Target target, @Nullable Type type) {
        Span span = name.span();
        named.add(new Use(new Span(span.start() - start, span.end() - start), target, type));
    }

    /** That name is still to be written, and these could stand there. */
    void blank(Candidates names, Wanted place) {
        candidates.addAll(names.all(place));
        wanted = place;
    }

    void mayLookBack(boolean allowed) {
        mayLookBack = allowed;
    }

    /** Whether an aggregate or a score could stand at the blank. */
    public boolean mayLookBack() {
        return mayLookBack;
    }

    public List<Use> named() {
        return List.copyOf(named);
    }

    /** What could stand at the blank. */
    public List<Candidate> candidates() {
        return List.copyOf(candidates);
    }

    /** True where a value of that type could stand at the blank; false where there is none for values. */
    public boolean wants(Type type) {
        return wanted != null && wanted.fits(type);
    }

    /** Whether a value is to be written at the blank. */
    public boolean wantsValue() {
        return wanted != null && wanted != Wanted.NAME;
    }
}
