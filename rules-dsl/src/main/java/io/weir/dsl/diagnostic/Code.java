package io.weir.dsl.diagnostic;

import java.util.Locale;

/**
 * Every problem that the compiler can find, with its sentence. An id is stored in other people's tools: it never changes its
 * meaning and is never used again. E1 syntax, E2 names, E3 types and units, E4 windows and limits, W5 lints.
 */
public enum Code {
    STRANGE_CHARACTER("E101", "'%s' means nothing here"),
    TEXT_NOT_CLOSED("E102", "this text has no closing quote"),
    NAME_NOT_CLOSED("E103", "this name has no closing back-quote"),
    STRANGE_ESCAPE("E104", "'%s' is not an escape that a text knows"),
    STRANGE_NUMBER("E105", "'%s' is not a number"),
    EXPECTED("E106", "expected %s, found %s"),
    RESERVED_WORD("E107", "'%s' is a word of the language and cannot be a name"),
    STRANGE_DECLARATION("E108", "'%s' does not begin a declaration"),
    CLAUSE_TWICE("E110", "%s stands here a second time"),
    CLAUSE_MISPLACED("E111", "%s must stand before %s"),
    CHAINED_COMPARISON("E112", "a comparison cannot be compared again"),
    STRANGE_PLACE("E113", "'%s' is not a place for a value"),
    OTHER_SPELLING("E114", "'%s' is not how the language writes this"),
    CLAUSE_MISSING("E115", "%s has no %s"),
    STRANGE_UNIT("E116", "'%s' is not a unit"),
    FOLLOW_MISPLACED("E123", "'%s' cannot stand here"),
    NO_WITH_QUANTIFIER("E124", "step '%s' is a 'no', which takes no quantifier"),
    STRANGE_QUANTIFIER("E125", "this asks for %s"),
    CLAUSE_OF_ALERTS("E127", "'%s' is for alerts alone"),
    SCORE_OPEN("E128", "a score with 'given' needs parentheses here"),
    STRANGE_MOMENT("E129", "'%s' is no time of a test"),
    EXPECTS_NOTHING("E130", "'no alert' stands beside another expectation"),

    FEATURE_NOT_AGGREGATE("E117", "a feature is an aggregate, and this is none"),
    RECORD_EMPTY("E118", "this record holds nothing"),

    UNKNOWN_STREAM("E201", "there is no event '%s'"),
    UNKNOWN_NAME("E202", "there is no field or let '%s'"),
    UNKNOWN_FIELD("E203", "%s has no field '%s'"),
    FIELD_NOT_IN_ALL("E204", "'%s' is a field of %s, but %s has none of that name and type"),
    UNKNOWN_LIST("E205", "there is no list '@%s'"),
    UNKNOWN_MODEL("E206", "there is no model '%s'"),
    UNKNOWN_PROMPT("E207", "there is no prompt '%s'"),
    UNKNOWN_FUNCTION("E208", "there is no function '%s'"),
    UNKNOWN_TYPE("E209", "there is no type '%s'"),
    DECLARED_TWICE("E210", "%s '%s' is declared twice"),
    SAME_SLUG("E211", "%s '%s' and '%s' have the same short name '%s'"),
    NOT_AN_EVENT("E212", "'%s' names no event of this rule"),
    KEY_FIELD_ABSENT("E213", "%s has no field '%s', which the rule is kept by"),
    KEY_FIELD_DIFFERS("E214", "the rule is kept by '%s', which is %s in %s and %s in %s"),
    LET_BELOW("E215", "'%s' is defined further down"),
    TEXT_NAMES_NOTHING("E216", "'%s' is nothing that this text can show"),
    MODEL_INPUT_OPEN("E217", "model %s needs '%s', and no field or let has that name"),
    UNKNOWN_MODEL_INPUT("E218", "model %s has no input '%s'"),
    UNKNOWN_SEVERITY("E219", "'%s' is not a severity"),
    UNKNOWN_FORMAT("E220", "'%s' is not a format for events"),
    NAME_WITHOUT_LETTERS("E221", "%s '%s' has no letter or digit from a to z and 0 to 9 in its name"),
    SEVERAL_STREAMS("E222", "this rule watches several events, so '%s' must say whose field it means"),
    STREAM_TWICE("E223", "the rule watches %s twice"),
    STRANGE_TOPIC("E224", "'%s' cannot be the name of a topic"),
    STRANGE_FIELD_PATH("E225", "'%s' leads to no field of an event"),
    UNKNOWN_COLUMN("E226", "table %s has no column '%s'"),
    COLUMN_UNSAID("E227", "a row of table %s holds several columns, and this does not say which"),
    COLUMN_RESERVED("E228", "in '%s' a row says from when it holds, so no column can have that name"),
    NO_RATES("E229", "no table of rates is declared, so no money can be converted"),
    BUILT_IN_STREAM("E230", "'%s' is always there and cannot be declared"),
    FEATURE_ELSEWHERE("E231", "the feature '%s' is kept for %s, and this rule is not"),
    FEATURE_HIDDEN("E232", "the feature '%s' would never be seen, since %s has a field of that name"),
    RECORD_ALONE("E233", "'%s' is a record, which has no value of its own"),
    PLACE_UNSAID("E234", "%s has %s, so it is not said where it happened"),
    EVENT_AS_VALUE("E240", "%s is an event, and here must stand a value"),
    NOTHING_PREVIOUS("E241", "there is no event or field '%s' to look back at"),
    KEY_ELSEWHERE_UNREAD("E242", "the rule reads no %s, so it needs no key there"),
    KEY_ELSEWHERE_COUNT("E243", "the rule is kept by %s, and for %s stands %s"),
    UNKNOWN_STEP("E248", "there is no step '%s'"),
    STEP_NOT_WATCHED("E249", "the rule does not watch '%s', so no step can wait for it"),
    STEP_NOT_YET("E250", "%s is not there yet when step '%s' is matched"),
    STEP_OF_NO_EVENT("E251", "step '%s' is a 'no' and has no event"),
    FOLLOWER_ABSENT("E252", "'%s' is not there %s"),
    EMITTED_ELSEWHERE("E254", "%s is read from '%s', and this goes elsewhere"),
    EMITTED_IN_PART("E255", "%s needs %s, which this does not emit"),
    EMITTED_TYPE("E256", "field '%s' of %s is %s, and this is %s"),
    EMITTED_IN_VAIN("E257", "%s cannot be emitted: %s"),
    UNKNOWN_RULE("E258", "there is no rule '%s'"),
    UNKNOWN_TABLE("E259", "there is no table '%s'"),
    FIELD_NOT_GIVEN("E260", "%s needs %s, which this does not give"),
    TIME_GIVEN("E261", "'%s' is filled by the time of the row"),
    NEVER_DONE("E262", "rule '%s' never does this: it has no %s"),

    NOT_TRUE_OR_FALSE("E301", "%s must be true or false, and this is %s"),
    NOT_COMPARABLE("E302", "%s cannot be compared with %s"),
    NOT_ORDERED("E303", "%s has no order"),
    NOT_CALCULABLE("E304", "'%s' does not work on %s and %s"),
    CURRENCIES_DIFFER("E305", "%s and %s are different currencies"),
    MONEY_WITHOUT_CURRENCY("E306", "a money cannot be compared with a bare number"),
    WRONG_ARGUMENT("E307", "%s does not take %s"),
    WRONG_ARGUMENT_COUNT("E308", "%s takes %s"),
    STRANGE_PATTERN("E309", "this is not a pattern that can be matched: %s"),
    MIXED_LIST("E310", "a list holds values of one type, and this is %s among %s values"),
    LIST_OF_OTHERS("E311", "%s can never be in a list of %s values"),
    UNKNOWN_CURRENCY("E312", "'%s' is not a currency"),
    UNFIT_QUANTITY("E313", "%s must be a duration, and this is %s"),
    INT_TOO_LARGE("E314", "%s is larger than an int can hold"),
    STRANGE_TIMESTAMP("E315", "'%s' is not a point in time"),
    TIME_FIELD_TYPE("E316", "the time of an event must be a timestamp that is always there, and '%s' is %s"),
    CURRENCY_FIELD_TYPE("E317", "the currency of '%s' must be in a text field, and '%s' is %s"),
    KEY_TYPE("E318", "a rule cannot be kept by '%s', which is %s"),
    MODEL_INPUT_TYPE("E319", "input '%s' of model %s is %s, and this is %s"),
    AGGREGATE_TYPE("E320", "'%s' does not work on %s"),
    ELSE_TYPE("E321", "the value after 'else' must be %s like the one before, and is %s"),
    NOT_TEXT("E322", "'%s' looks into texts, and this is %s"),
    TYPE_OF_NO_USE("E323", "%s cannot be %s"),
    NOT_NEGATABLE("E324", "'-' does not work on %s"),
    NOT_WHOLE("E325", "%s is no whole number of %s"),
    OUT_OF_RANGE("E326", "%s lies outside of %s"),
    UNKNOWN_ZONE("E327", "'%s' is not a time zone"),
    MONEY_OF_NO_CURRENCY("E328", "'%s' does not say in which currency it is"),
    LIST_ALONE("E329", "a list can only stand after 'in'"),
    NOT_CONSTANT("E330", "%s must be written out as a text"),
    NOT_CONVERTIBLE("E331", "only a money can be converted, and this is %s"),
    ALREADY_IN_CURRENCY("E332", "this is always in %s"),
    RATES_TABLE("E333", "rates are found by two texts, the currencies, and are decimals: table %s has others"),
    TABLE_KEY_COUNT("E334", "a row of table %s is found by %s, and here stand %s"),
    TABLE_KEY_TYPE("E335", "column '%s' of table %s is %s, and this is %s"),
    NOT_VERSIONED("E336", "table %s keeps no versions, so it cannot be asked as of a time"),
    AS_OF_TYPE("E337", "'as of' needs a timestamp, and this is %s"),
    JOURNEY_END("E338", "%s is no end of a journey whose '%s' could be measured"),
    NOT_A_LIST("E339", "'in' looks into a list, and this is %s"),

    FILE_TOO_LARGE("E401", "the file has %s kB; a file may have 200"),
    NESTED_TOO_DEEP("E402", "this is nested more than 64 levels deep"),
    CHAIN_TOO_LONG("E403", "this clause has more than 500 operators"),
    LIST_TOO_LONG("E404", "this list has more than 10,000 entries"),
    WINDOW_TOO_LONG("E405", "a window of %s is too long; it may have 400 days"),
    NOT_POSITIVE("E406", "%s must be longer than nothing"),
    WINDOW_WITHOUT_KEY("E407", "this rule has no 'by', so it can look back on nothing"),
    THROTTLE_WITHOUT_KEY("E408", "this rule has no 'by', so 'at most once per' has nothing to count by"),
    AGGREGATE_WITHOUT_WINDOW("E409", "this does not say how far back it looks"),
    STATE_IN_AGGREGATE("E410", "%s cannot be asked for each counted event"),
    STATE_IN_FILTER("E411", "%s cannot stand in the 'where' of 'on'"),
    UNFOLDS_TOO_FAR("E412", "the lets here unfold to more than 1,000 parts"),
    SESSION_OF_NO_RULE("E413", "'over the session' stands only in a rule that runs at the end of each session"),
    NO_EVENT_AT_HAND("E414", "%s cannot stand in a rule that runs at times of its own"),
    NO_WINDOW_OF_TIME("E415", "this rule has no window of time, so it would never look at a key"),
    TOO_MANY_BOUNDARIES("E416", "a window of %s looked at every %s sees each event more than 10,000 times"),
    TRIGGER_IN_AGGREGATE(
            "E417",
            "'%s' means the event that triggers the rule; a field of %s can be compared with its fields by 'is' alone"),
    STATE_IN_TREND("E418", "%s cannot be asked for each event of a row"),
    WITHIN_OF_FIELD("E419", "'within' belongs to an event, and '%s' is a field"),
    STATE_IN_STEP("E420", "%s cannot be asked of an event that is waited for"),
    SEQUENCE_WITHOUT_WITHIN("E421", "this sequence %s, so it needs 'within'"),
    ENDS_OPEN("E422", "the last step, '%s', may match no event"),
    STARTS_WITH_NO("E423", "step '%s' is a 'no', and a sequence cannot begin with one"),
    RESUME_AT_NOWHERE("E424", "the search cannot resume at '%s': %s"),
    STEP_NEVER_MATCHES("E425", "step '%s' never matches: %s"),
    TOO_MANY_STEPS("E426", "a sequence has at most 50 steps"),
    TOO_MANY_TIMES("E427", "a step matches at most 1,000 events, or any number"),
    GIVEN_TOO_MANY("E429", "a prompt is given 1 to 1,000 events, not %s"),
    ROUTED_IN_A_CIRCLE("E430", "%s is read from '%s', so it would come back for ever"),
    STRANGE_REPETITION("E433", "a row happens 1 to 100,000 times, not %s"),
    TOO_MANY_ROWS("E434", "this test has %s rows; it may have 100,000"),
    NOTHING_YET("E435", "nothing happens %s"),
    ALERTS_WITH_EVENTS("E436", "a rule watches either alerts or events, and this one names Alert and %s"),
    NOT_APPROXIMATE("E437", "%s has no approximate form"),
    TOO_MANY_PROBLEMS("E499", "there are more problems than the first %s"),

    MAY_BE_MISSING("W501", "%s may be missing, and then this is neither true nor false"),
    ALERT_WITHOUT_THROTTLE("W502", "this alert can repeat with every event while the window is full"),
    CURRENCY_FROM_FIELD("W503", "the currency comes from a field; where it is another, this is neither true nor false"),
    LET_HIDES_FIELD("W504", "this let hides the %s"),
    WHERE_OF_LAST_STREAM("W505", "this 'where' filters %s alone"),
    INPUT_OF_ANY_CURRENCY("W506", "model %s takes the bare number of '%s', whatever its currency"),
    NO_BETWEEN_STRICT_STEPS("W507", "nothing can come between strict steps, so the 'no' of '%s' says nothing"),
    NEVER_ACTS("W510", "this never acts: %s"),
    ROUTED_IN_PART("W511", "an event that fits no arm goes nowhere"),
    DECIDES_NOTHING("W512", "this decides nothing: %s"),
    NEVER_TRUE("W513", "this is never true"),
    ALWAYS_TRUE("W514", "this is always true"),
    EVENT_AND_FIELD("W515", "'%s' is an event and a field, and this means the event"),
    EXACT_OF_EVERYTHING("W516", "this keeps every value of the window, of all events together, and at most 1,000,000");

    private final String id;
    private final String sentence;

    Code(String id, String sentence) {
        this.id = id;
        this.sentence = sentence;
    }

    public String id() {
        return id;
    }

    public Level level() {
        return id.startsWith("W") ? Level.WARNING : Level.ERROR;
    }

    /** The message with dots for what a file fills in. */
    String sentence() {
        return sentence.replace("%s", "\u2026");
    }

    String message(Object... arguments) {
        return String.format(Locale.ROOT, sentence, arguments);
    }
}
