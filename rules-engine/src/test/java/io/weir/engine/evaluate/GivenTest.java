package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.contract.ContractJson;
import io.weir.dsl.contract.EnrichRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class GivenTest {

    private static final String PACK = """
            event Search { user: text, words: text, at: timestamp } time at
            event Click { user: text, at: timestamp } time at
            prompt answer "What does this person want?" returns { wish: text }
            rule "Lost" on Search, Click by user
              when Search.words is "help"
              then alert low "{user} is lost" enriched by answer given last 3 Search
            """;

    @Test
    void prompt_isGivenTheKeysLastEvents_thisOneIncluded() {
        World world = new World(true, (model, signature) -> inputs -> 0);
        world.publish(null, PACK);
        search(world, "u", "shoes", 1);
        search(world, "u", "red shoes", 2);
        search(world, "v", "hats", 3);
        world.send("Click", "{'user':'u','at':4}");
        search(world, "u", "red shoes size 9", 5);

        EnrichRequest asked = search(world, "u", "help", 6).get(0).enrich();

        assertThat(words(asked)).containsExactly("red shoes", "red shoes size 9", "help");
        assertThat(words(ContractJson.read(ContractJson.write(asked), EnrichRequest.class)))
                .isEqualTo(words(asked));
    }

    @Test
    void requestOfTheFirstVersion_givesNothing() {
        byte[] first = ContractJson.write(ContractJson.MAPPER.createObjectNode().put("id", "a"));

        assertThat(ContractJson.read(first, EnrichRequest.class).given()).isEmpty();
    }

    @Test
    void eventsGiven_areForgottenAfterNinetyDays() {
        World world = new World();
        world.publish(null, PACK);
        search(world, "u", "shoes", 1);
        assertThat(world.entries()).isEqualTo(1);

        world.passTo(1 + KeyPart.REMEMBERED + KeyState.DAY);

        assertThat(world.entries()).isZero();
    }

    private static List<RaisedAlert> search(World world, String user, String words, long at) {
        return world.send("Search", "{'user':'" + user + "','words':'" + words + "','at':" + at + "}");
    }

    private static List<Object> words(EnrichRequest request) {
        return request.given().stream()
                .map(event -> (Object) event.fields().get("words"))
                .toList();
    }
}
