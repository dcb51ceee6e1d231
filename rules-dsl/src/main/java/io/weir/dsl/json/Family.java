package io.weir.dsl.json;

/** Kinds that may stand in the same places, with the name that JSON Schema has for them. */
enum Family {
    DECLARATION("declaration"),
    TYPE("anyType"),
    OUTPUT("anyOutput"),
    TRIGGER("trigger"),
    BODY("body"),
    ACTION("action"),
    WINDOW("window"),
    EXPRESSION("expression"),
    /** A number with what it counts, a length of time mostly. */
    AMOUNT("amount"),
    /** A number, with a unit or without. */
    NUMERAL("numeral"),
    /** What may stand in a list. */
    ENTRY("entry"),
    /** What may stand in a record. */
    VALUE("recordValue"),
    /** What may stand behind {@code in}. */
    ENTRIES("entries"),
    GIVEN("given"),
    EXPECTATION("expectation");

    private final String text;

    Family(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
