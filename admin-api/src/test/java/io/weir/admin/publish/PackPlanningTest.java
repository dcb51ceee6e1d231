package io.weir.admin.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.admin.access.Actor;
import io.weir.admin.problem.ProblemCode;
import io.weir.admin.problem.ProblemException;
import io.weir.dsl.Source;
import io.weir.dsl.contract.ControlState;
import io.weir.dsl.contract.Release;
import io.weir.dsl.contract.Topics;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class PackPlanningTest {

    private static final String TENANT = "acme";
    private static final Terms TERMS = new Terms(TENANT, Actor.SERVER, any -> {}, "", null, null, false);
    private static final String LOGIN = "event Login { userId: text, outcome: text, at: timestamp } time at\n";
    private static final String OTHER = "event Other { userId: text, at: timestamp } time at\n";
    private static final String RULE = "rule \"Root\" on Login when userId is \"root\" then alert \"root\"\n";

    private static final String DATA = """
            list @offices of text
            table fx by source, target returns decimal versioned, from topic "fx-rates"
            rates from fx
            feature logins on Login by userId = count of Login over the last 1 day
            """;
    private static final String FREQUENT =
            "rule \"Frequent\" on Login by userId when logins > 100 then alert \"{logins}\" at most once per 1 day\n";

    private final PackPlanning planning = new PackPlanning(Topics.DEFAULT);
    private final ControlState state = new ControlState();

    @Test
    void plan_ofANewPack_hasAllItsDeclarationsAndTopics() {
        Checked checked =
                planning.plan(live(), sources(LOGIN, RULE.replace("alert \"root\"", "alert \"root\" to topic \"t\"")));

        assertThat(names(checked)).containsExactly("stream/login LIVE", "rule/root LIVE");
        assertThat(checked.topics()).containsExactlyInAnyOrder("login", "t");
    }

    @Test
    void plan_ofTablesRatesAndFeatures_hasThemAmongTheDeclarations() {
        Checked checked = planning.plan(live(), sources(LOGIN, DATA, RULE));

        assertThat(names(checked))
                .containsExactlyInAnyOrder(
                        "stream/login LIVE",
                        "list/offices LIVE",
                        "table/fx LIVE",
                        "rates/rates LIVE",
                        "feature/logins LIVE",
                        "rule/root LIVE");
        assertThat(checked.topics()).containsExactlyInAnyOrder("login", "fx-rates");
    }

    @Test
    void plan_ofARuleThatUsesALiveFeature_hasTheRuleAlone() {
        publish(sources(LOGIN, DATA));

        Checked checked = planning.plan(live(), sources(FREQUENT));

        assertThat(names(checked)).containsExactly("rule/frequent LIVE");
    }

    @Test
    void plan_thatChangesOrRetiresAFeature_looksAtTheRulesThatUseIt() {
        publish(sources(LOGIN, DATA, FREQUENT));

        assertRefused(ProblemCode.BREAKS_LIVE_RULES, retire("feature/logins"))
                .hasMessageContaining("live rule/frequent@1");
        assertRefused(ProblemCode.BREAKS_LIVE_RULES, retire("table/fx")).hasMessageContaining("live rates/rates@1");
        assertRefused(
                        ProblemCode.BREAKS_LIVE_RULES,
                        sources("feature logins on Login by outcome = count of Login over the last 1 day"))
                .hasMessageContaining("live rule/frequent@1");
    }

    @Test
    void plan_ofARuleOverAlerts_needsNoDeclaration() {
        Checked checked = planning.plan(
                live(),
                sources("rule \"r\" on Alert by key when more than 3 Alert within 1 hour"
                        + " then alert \"x\" at most once per 1 day"));

        assertThat(names(checked)).containsExactly("rule/r LIVE");
    }

    @Test
    void plan_ofAPackWithTests_hasNoneOfThem() {
        String test =
                "test \"root\" for \"Root\" given 00:00:00 Login { userId: \"root\", outcome: \"ok\" } expect alert\n";

        Checked checked = planning.plan(live(), sources(LOGIN, RULE, test));

        assertThat(names(checked)).containsExactly("stream/login LIVE", "rule/root LIVE");
    }

    @Test
    void plan_ofARuleOnALiveStream_hasTheRuleAlone() {
        publish(sources(LOGIN));

        Checked checked = planning.plan(live(), sources(RULE));

        assertThat(names(checked)).containsExactly("rule/root LIVE");
        assertThat(checked.topics()).as("the stream's topic is there already").isEmpty();
    }

    @Test
    void plan_ofTheSameTexts_isEmpty() {
        publish(sources(LOGIN, RULE));

        assertThat(planning.plan(live(), sources(LOGIN + "\n\n" + RULE)).plan()).isEmpty();
    }

    @Test
    void plan_ofWarnings_goesOnAndTellsThem() {
        publish(sources(LOGIN.replace("outcome: text", "outcome: text?")));

        Checked checked =
                planning.plan(live(), sources("rule \"Odd\" on Login when outcome is not \"ok\" then alert \"odd\""));

        assertThat(checked.diagnostics()).isNotEmpty();
        assertThat(checked.plan()).hasSize(1);
    }

    @Test
    void plan_thatBreaksARuleOfAnotherSource_isRefused() {
        publish(sources(LOGIN, RULE));

        assertRefused(ProblemCode.BREAKS_LIVE_RULES, sources(LOGIN.replace("userId", "user")))
                .hasMessageContaining("live rule/root@1");
        assertRefused(ProblemCode.BREAKS_LIVE_RULES, retire("stream/login"));
        publish(new PublishRequest(List.of(), List.of("stream/login", "Root"), List.of(), List.of()));
        assertThat(live().entries()).isEmpty();
    }

    @Test
    void plan_thatMovesNothingBelowLiveRules_doesNotCompileThemAgain() {
        publish(sources(LOGIN, OTHER, RULE));

        PackCheck check = PackCheck.of(live(), List.of(new Source("a", RULE.replace("Root", "Root two"))), Set.of());

        assertThat(check.compilation().rules()).extracting(rule -> rule.slug()).containsExactly("root-two");
    }

    @Test
    void plan_ofRetiredText_usesItsRevisionAgain() {
        publish(sources(LOGIN, RULE));
        publish(retire("Root"));
        publish(sources(RULE));

        assertThat(live().entries().values())
                .extracting(entry -> entry.artifact().id().revision())
                .containsOnly(1);
        assertThat(state.epoch(TENANT)).isEqualTo(3);
    }

    @Test
    void plan_ofAPausedRule_keepsItPausedUnlessResumed() {
        publish(sources(LOGIN, RULE));
        publish(new PublishRequest(List.of(), List.of(), List.of("Root"), List.of()));

        String changed = RULE.replace("\"root\" then", "\"admin\" then");
        assertThat(names(planning.plan(live(), sources(changed)))).containsExactly("rule/root PAUSED");
        PublishRequest resumed = new PublishRequest(sources(changed).sources(), List.of(), List.of(), List.of("Root"));
        assertThat(names(planning.plan(live(), resumed))).containsExactly("rule/root LIVE");
    }

    @Test
    void plan_thatContradictsItself_isRefused() {
        publish(sources(LOGIN, RULE));

        assertRefused(
                ProblemCode.INVALID_REQUEST,
                new PublishRequest(sources(RULE).sources(), List.of("Root"), List.of(), List.of()));
        assertRefused(
                ProblemCode.INVALID_REQUEST,
                new PublishRequest(List.of(), List.of("Root"), List.of("Root"), List.of()));
        assertRefused(
                ProblemCode.INVALID_REQUEST,
                new PublishRequest(List.of(), List.of(), List.of("stream/login"), List.of()));
        assertRefused(ProblemCode.INVALID_REQUEST, new PublishRequest(List.of(), List.of(), List.of(), List.of()));
        assertRefused(ProblemCode.UNKNOWN_NAME, retire("Nobody"));
    }

    @Test
    void plan_ofAReservedTopic_isRefusedForReadingAndWriting() {
        assertRefused(ProblemCode.TOPIC_RESERVED, sources(LOGIN.strip() + ", from topic \"weir.control\""));
        assertRefused(
                ProblemCode.TOPIC_RESERVED,
                sources(LOGIN, RULE.replace("alert \"root\"", "alert \"root\" to topic \"weir.status\"")));
        assertThat(planning.plan(
                                live(),
                                sources(
                                        LOGIN,
                                        RULE.replace("alert \"root\"", "alert \"root\" to topic \"weir.alerts\"")))
                        .plan())
                .hasSize(2);
    }

    @Test
    void plan_ofAThousandRules_isOnePlan() {
        String rules = IntStream.range(0, 1_000)
                .mapToObj(i -> RULE.replace("Root", "Root " + i))
                .reduce("", String::concat);

        assertThat(planning.plan(live(), sources(LOGIN + rules)).plan()).hasSize(1_001);
    }

    @Test
    void validation_ofSourcesThatWouldBreakLiveRules_showsTheirMistakes() {
        publish(sources(LOGIN, RULE));

        Validation validation = planning.validate(
                live(), sources(LOGIN.replace("userId", "user")).sources());

        assertThat(validation.ok()).isFalse();
        assertThat(validation.diagnostics())
                .extracting(diagnostic -> diagnostic.place().file())
                .containsOnly("live rule/root@1");
    }

    private AbstractThrowableAssert<?, ?> assertRefused(ProblemCode code, PublishRequest request) {
        return assertThatThrownBy(() -> planning.plan(live(), request))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }

    /** As the server would, without Kafka. */
    private void publish(PublishRequest request) {
        Checked checked = planning.plan(live(), request);
        Numbering numbering = Numbering.of(state, TERMS, Instant.EPOCH, checked.plan());
        numbering.artifacts().forEach(state::apply);
        long epoch = state.epoch(TENANT);
        state.apply(new Release(
                TENANT, epoch + 1, epoch, "", Instant.EPOCH, "", null, Release.Mode.AS_OF, numbering.changes(), "w"));
    }

    private LiveSet live() {
        return LiveSet.of(state, TENANT);
    }

    private static PublishRequest retire(String name) {
        return new PublishRequest(List.of(), List.of(name), List.of(), List.of());
    }

    private static PublishRequest sources(String... texts) {
        List<Source> sources = Arrays.stream(texts)
                .map(text -> new Source("file" + Math.abs(text.hashCode()), text))
                .toList();
        return new PublishRequest(sources, List.of(), List.of(), List.of());
    }

    private static List<String> names(Checked checked) {
        return checked.plan().stream()
                .map(planned -> planned.name() + " " + planned.state())
                .toList();
    }
}
