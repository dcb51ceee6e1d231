package io.weir.engine.naive;

import java.util.ArrayList;
import java.util.List;

/** What can be named at a place of a rule, by its type; in parentheses where it needs them. */
final class Terms {

    final List<String> ints = new ArrayList<>();
    final List<String> decimals = new ArrayList<>();
    final List<String> floats = new ArrayList<>();
    final List<String> moneys = new ArrayList<>();
    final List<String> texts = new ArrayList<>();
    final List<String> bools = new ArrayList<>();
    final List<String> durations = new ArrayList<>();
    final List<String> times = new ArrayList<>();
    final List<String> lists = new ArrayList<>();
    /** Whatever can be missing or not. */
    final List<String> events = new ArrayList<>();

    /** The fields of an event that is one of those streams, with something before each. */
    static Terms of(String prefix, List<String> streams, Dice dice) {
        Terms terms = new Terms();
        boolean isA = streams.equals(List.of("A"));
        boolean money = !streams.contains("C") && dice.may(Construct.MONEY);
        terms.ints.addAll(List.of(prefix + "n", prefix + "n", prefix + "j"));
        terms.texts.add(prefix + "t");
        terms.times.add(prefix + "at");
        if (!streams.contains("C")) {
            terms.bools.add(prefix + "ok");
        }
        if (money) {
            terms.moneys.add(prefix + "m");
        }
        if (isA) {
            terms.decimals.add(prefix + "d");
            terms.floats.add(prefix + "f");
            terms.durations.add(prefix + "took");
            if (money) {
                terms.moneys.add(prefix + "fee");
            }
            if (dice.may(Construct.LISTS)) {
                terms.lists.add(prefix + "tags");
            }
        }
        return terms;
    }

    Terms and(Terms other) {
        ints.addAll(other.ints);
        decimals.addAll(other.decimals);
        floats.addAll(other.floats);
        moneys.addAll(other.moneys);
        texts.addAll(other.texts);
        bools.addAll(other.bools);
        durations.addAll(other.durations);
        times.addAll(other.times);
        lists.addAll(other.lists);
        events.addAll(other.events);
        return this;
    }

    Terms copy() {
        return new Terms().and(this);
    }

    List<String> all() {
        List<String> all = new ArrayList<>();
        List.of(ints, decimals, floats, moneys, texts, bools, durations, times).forEach(all::addAll);
        return all;
    }
}
