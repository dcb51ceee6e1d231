package io.weir.dsl.json;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with JSON, as far as anybody would read it. */
final class TreeProblems {

    private static final int SHOWN = 100;

    private final List<TreeProblem> problems = new ArrayList<>();

    void report(String pointer, String message) {
        if (problems.size() < SHOWN) {
            problems.add(new TreeProblem(pointer, message));
        }
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    List<TreeProblem> all() {
        return List.copyOf(problems);
    }
}
