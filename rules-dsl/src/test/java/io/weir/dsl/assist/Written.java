package io.weir.dsl.assist;

import io.weir.dsl.Pack;
import io.weir.dsl.Source;

/** A pack of which one source is being written; a bar shows where. */
final class Written {

    static final String DECLARATIONS = """
            # money that leaves a card
            event Payment {
              cardId: text from "card.id"
              currency: text   # ISO 4217
              amount: money in currency
              country: text?
              count: int
              large: bool
              address: { zip: text?, home: { `the street`: text } }
              at: timestamp
            } time at, from topic "payments"
            event Refund { cardId: text  back: money EUR  at: timestamp } time at
            table fx by source, target returns decimal versioned
            rates from fx
            table limits by cardId returns { daily: decimal, weekly: decimal }
            feature spent on Payment by cardId = count of Payment over the last 7 days
            list @eea = ["DE", "FR", "ES"]
            model fraud given amount: float, velocity: int returns probability else 0.0
            prompt triage \"""Why {rule}?\""" returns { summary: text }
            """;

    private static final String SOURCE = "rules.weir";

    private final Pack pack = new Pack();
    private final int offset;

    private Written(String text) {
        offset = text.indexOf('|');
        pack.set(new Source("declared.weir", DECLARATIONS));
        pack.set(new Source(SOURCE, text.substring(0, offset) + text.substring(offset + 1)));
    }

    static Written at(String text) {
        return new Written(text);
    }

    Pack pack() {
        return pack;
    }

    String source() {
        return SOURCE;
    }

    int offset() {
        return offset;
    }

    Assistant assistant() {
        return new Assistant(pack);
    }
}
