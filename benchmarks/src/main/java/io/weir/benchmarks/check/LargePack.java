package io.weir.benchmarks.check;

import io.weir.dsl.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A pack of many different rules, of every construct of the language, ten a file, with the declarations in a file of their own. */
final class LargePack {

    private static final int RULES_A_FILE = 10;

    private static final String DECLARATIONS = """
            event Login {
              userId: text
              outcome: text
              place: geo?
              city: text?
              at: timestamp
            } time at, up to 5 seconds late, from topic "logins"

            event Payment {
              paymentId: text
              cardId: text from "card.id"
              currency: text
              amount: money in currency
              charged: money EUR
              country: text?
              homeCountry: text?
              category: text
              items: int
              at: timestamp
            } time at, up to 5 seconds late, from topic "payments"

            event Refund {
              cardId: text
              charged: money EUR
              at: timestamp
            } time at

            event Trade {
              symbol: text
              price: decimal
              at: timestamp
            } time at

            list @eea = ["DE", "ES", "FR", "IT", "PT"]
            list @sanctioned of text
            table fx by source, target returns decimal versioned, from topic "fx-rates"
            rates from fx
            feature spend7d on Payment by cardId = sum of charged over the last 7 days
            model fraud given amount: float, velocity: float returns probability else 0.0
            """;

    private static final List<String> SHAPES = List.of("""
            rule "%1$d foreign purchase"
              severity high
              on Payment
              when charged > %2$d EUR and (country else "?") is not (homeCountry else "?")
               and category in ["jewelry", "crypto", "c%1$d"]
              then alert "{cardId}: {charged} spent in {country}"
            """, """
            rule "%1$d failed logins"
              on Login by userId
              when more than %2$d Login where outcome is "failed" within 5 minutes
              then alert "{userId}: {count} failures" at most once per 30 minutes
            """, """
            rule "%1$d largest payment"
              on Payment by cardId
              let usual = highest charged over the previous 30 days
              when charged > usual and count of Payment over the previous 30 days >= %2$d
              then alert "{cardId}: new record {charged}" at most once per 1 day
            """, """
            rule "%1$d impossible travel"
              on Login as here by userId
              let there = previous Login within 24 hours
              when distance from there to here > %2$d km and speed from there to here > 900 km/h
              then alert critical "{userId}: {there.city} to {here.city}" at most once per 1 hour
            """, """
            rule "%1$d double bottom"
              on Trade by symbol
              sequence strictly within 1 day
                start: Trade where price > %2$d
                fall+: where price < previous price
                rise+: where price > previous price
              when last rise.price > start.price
              then alert "{symbol} comes back" to topic "market.signals"
            """, """
            rule "%1$d escalating"
              on Payment by cardId
              when charged increases 4 times in a row within %2$d hours
              then alert high "{cardId} keeps paying more" at most once per 1 day
            """, """
            rule "%1$d never refunded"
              on Payment as paid where charged > %2$d EUR by cardId
              when not followed by Refund within 30 days
              then emit Kept { card: cardId, total: paid.charged } to topic "payments.kept"
            """, """
            rule "%1$d route"
              on Payment
              route to "payments.review" when country in @sanctioned or charged > %2$d EUR
                    to "payments.eea" when country in @eea
                    otherwise to "payments.world"
            """, """
            rule "%1$d scored"
              on Payment by cardId
              let velocity = count of Payment over the last 10 minutes
              let euros = amount to EUR as of at
              when score of fraud given amount: charged, velocity: velocity > 0.92 and euros > %2$d EUR and spend7d > 10 EUR
              then alert critical "{cardId}: {euros}, score {score}" at most once per 1 hour
            """, """
            rule "%1$d countries"
              on Payment by cardId
              when at least 3 different country of Payment where items < %2$d within 1 hour
              then alert "{cardId}: {distinct} countries" at most once per 1 day
            """);

    private LargePack() {}

    static List<Source> of(int rules, long seed) {
        Random random = new Random(seed);
        List<Source> sources = new ArrayList<>();
        sources.add(new Source("declarations.weir", DECLARATIONS));
        StringBuilder text = new StringBuilder();
        for (int number = 1; number <= rules; number++) {
            text.append(rule(number, random)).append('\n');
            if (number % RULES_A_FILE == 0 || number == rules) {
                sources.add(new Source("rules-%05d.weir".formatted(number), text.toString()));
                text.setLength(0);
            }
        }
        return sources;
    }

    private static String rule(int number, Random random) {
        return SHAPES.get(number % SHAPES.size()).formatted(number, 2 + random.nextInt(500));
    }

    static void write(List<Source> sources, Path folder) throws IOException {
        for (Source source : sources) {
            Files.writeString(folder.resolve(source.name()), source.text());
        }
    }
}
