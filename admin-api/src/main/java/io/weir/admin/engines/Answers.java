package io.weir.admin.engines;

import java.util.List;
import java.util.OptionalLong;

/**
 * What route tasks have answered to a prepare.
 *
 * @param missing tasks without an answer, as {@code engine/route/subtask}
 * @param watermark the highest answered; empty where no task has seen an event yet
 */
public record Answers(List<String> missing, OptionalLong watermark) {
    public Answers {
        missing = List.copyOf(missing);
    }

    public boolean complete() {
        return missing.isEmpty();
    }
}
