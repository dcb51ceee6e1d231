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

    @Test
    void candidate_saysWhatItWouldHaveDone_andWhereItDiffers() throws JsonProcessingException {
        assertThat(lines("'standing':{'state':'shadow','beside':1,'percent':10},'shadow':{'hits':3,'lastKey':'ann',"
                        + "'lastAt':'2026-11-21T10:00:00.000Z',"
                        + "'compared':{'revision':1,'both':2,'onlyShadow':1,'onlyLive':4}}"))
                .containsExactly(
                        "burst@2: candidate beside @1, for 10% of its keys",
                        "burst@2: would have acted 3 times, the last at 2026-11-21T10:00:00.000Z for ann",
                        "burst@2: compared with @1: both 2, only this 1, only @1 4");
        assertThat(lines("'standing':{'state':'paused'}")).containsExactly("burst@2: paused");
    }

    @Test
    void warmingRule_saysUntilWhen_andWhatStartsAnew() throws JsonProcessingException {
        assertThat(lines(
                        "'start':{'from':'2026-11-14T10:00:00.000Z','kept':['the count of Login over the last 1 hour'],"
                                + "'anew':['the sum of amount of Payment over the last 7 days'],"
                                + "'until':'2026-11-21T10:00:00.000Z'}"))
                .containsExactly(
                        "burst@2: warming until 2026-11-21T10:00:00.000Z: the sum of amount of Payment over the last 7"
                                + " days starts anew; the count of Login over the last 1 hour is kept");
        assertThat(lines("'start':{'from':'2026-11-14T10:00:00.000Z','kept':['a','b'],'anew':[]}"))
                .containsExactly("burst@2: since 2026-11-14T10:00:00.000Z: a, b are kept");
    }

    private static List<String> lines(String fields) throws JsonProcessingException {
        String json = "{'name':'burst','revision':2," + fields + "}";
        return RuleNews.lines(ServerClient.JSON.readTree(json.replace('\'', '"')));
    }
}
