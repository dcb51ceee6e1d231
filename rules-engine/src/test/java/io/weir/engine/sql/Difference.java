package io.weir.engine.sql;

import java.util.List;
import java.util.function.Consumer;

/** The first of the keys' results in which two engines differ. */
final class Difference {

    private static final int SHOWN = 3;

    private final List<Result> sql;
    private final List<Result> weir;

    Difference(List<Result> sql, List<Result> weir) {
        this.sql = sql.stream().sorted().toList();
        this.weir = weir.stream().sorted().toList();
    }

    void ifAny(Consumer<String> report) {
        int same = 0;
        while (same < Math.min(sql.size(), weir.size()) && weir.get(same).agreesWith(sql.get(same))) {
            same++;
        }
        if (same < Math.max(sql.size(), weir.size())) {
            report.accept(same + " of " + sql.size() + " rows agree, then come\nin SQL:  " + from(same, sql)
                    + "\nin Weir: " + from(same, weir));
        }
    }

    private static List<Result> from(int place, List<Result> results) {
        return results.subList(Math.min(place, results.size()), Math.min(place + SHOWN, results.size()));
    }
}
