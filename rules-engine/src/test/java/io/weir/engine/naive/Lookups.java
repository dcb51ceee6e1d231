package io.weir.engine.naive;

import io.weir.dsl.plan.MoneyAmount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a world's tables say. */
record Lookups(World world) {

    /** As of a time: of versions from the same time the one that came last. */
    @Nullable
    Object column(String table, List<Object> keys, long time, String column) {
        World.TableRow valid = null;
        for (World.TableRow row : world.tables().getOrDefault(table, List.of())) {
            boolean newer = valid == null || row.validFrom() >= valid.validFrom();
            if (isOf(row, keys) && row.validFrom() <= time && newer) {
                valid = row;
            }
        }
        Map<String, Object> columns = valid == null ? null : valid.columns();
        return columns == null ? null : columns.get(column);
    }

    private static boolean isOf(World.TableRow row, List<Object> keys) {
        return IntStream.range(0, keys.size())
                .allMatch(i ->
                        Objects.equals(Values.compare(keys.get(i), row.keys().get(i)), 0));
    }

    // A money that has the currency already stays what it is, without a rate; rates are multiplied exactly.
    @Nullable
    MoneyAmount converted(MoneyAmount money, String currency, String rates, long time) {
        if (money.currency().isEmpty() || money.currency().equals(currency)) {
            return new MoneyAmount(money.amount(), currency);
        }
        Object rate = column(rates, List.of(money.currency(), currency), time, "value");
        return rate == null ? null : new MoneyAmount(money.amount().multiply((BigDecimal) rate), currency);
    }
}
