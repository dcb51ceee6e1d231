package io.weir.benchmarks.harness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A Markdown table with a line above that says what was measured, and lines below that judge it. */
public final class Table {

    private final String title;
    private final String subject;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    public Table(String title, String subject, String... columns) {
        this.title = title;
        this.subject = subject;
        row(columns);
    }

    public Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    public Table remark(String text) {
        remarks.add(text);
        return this;
    }

    /** Judges a quotient by its median. */
    public Table target(String what, Spread measured, double atLeast) {
        String verdict = measured.median() >= atLeast ? "met" : "**missed**";
        return remark("Target: " + what + " ≥ " + atLeast + "×; measured " + measured.text() + ": " + verdict + ".");
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("## " + title + "\n\n" + subject + "\n\n");
        line(text, rows.get(0));
        String[] rule = new String[rows.get(0).size()];
        Arrays.fill(rule, "---:");
        rule[0] = "---";
        line(text, List.of(rule));
        rows.subList(1, rows.size()).forEach(row -> line(text, row));
        text.append('\n');
        remarks.forEach(remark -> text.append("- ").append(remark).append('\n'));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
