package io.weir.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleNewsTest {

    @Test
    void ruleOfWhichThereIsNothingToSay_saysNothing() throws JsonProcessingException {
        assertThat(lines("'hits':3,'errors':0")).isEmpty();
    }

    @Test
    void whatWasPassedOver_isSaidByWhy() throws JsonProcessingException {
        assertThat(lines("'passedOver':{'noArm':1,'currencies':0,'rates':2,'missingKeys':3}"))
                .containsExactly(
                        "burst@2: 1 event that no arm of its route took",
                        "burst@2: 2 conversions without a rate",
                        "burst@2: 3 events without its key");
    }

    @Test
    void trouble_isSaidOnce() throws JsonProcessingException {
        assertThat(lines("'errors':2,'lastError':'int overflow'"))
                .containsExactly("burst@2: 2 errors, the last: int overflow");
        assertThat(lines("'errors':100,'lastError':'int overflow','quarantined':'failed 100 times'"))
                .containsExactly("burst@2: quarantined: failed 100 times");
    }

    private static List<String> lines(String fields) throws JsonProcessingException {
        String json = "{'name':'burst','revision':2," + fields + "}";
        return RuleNews.lines(ServerClient.JSON.readTree(json.replace('\'', '"')));
    }
}
