package io.weir.dsl.check;

/**
 * Something that has a name.
 *
 * @param owner the event, model or table that a field, an input or a column belongs to; empty for the others
 * @param name the path of a field in a record: {@code address.zip}
 */
public record Target(Kind kind, String owner, String name) {

    /** What it is. */
    public enum Kind {
        EVENT("event"),
        LIST("list"),
        MODEL("model"),
        PROMPT("prompt"),
        TABLE("table"),
        FEATURE("feature"),
        RULE("rule"),
        FIELD("field"),
        INPUT("input"),
        COLUMN("column"),
        LET("let"),
        ALIAS("alias"),
        STEP("step"),
        /** One of the language's own words, such as a severity. */
        WORD("word");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** As a rule's author calls it. */
        public String text() {
            return text;
        }

        /** Whether the name is known in one declaration alone. */
        public boolean isLocal() {
            return this == LET || this == ALIAS || this == STEP;
        }
    }

    /** The name as it is written: of a field in a record, the last part of its path. */
    public String written() {
        return kind == Kind.FIELD || kind == Kind.COLUMN ? name.substring(name.lastIndexOf('.') + 1) : name;
    }

    public static Target of(Kind kind, String name) {
        return new Target(kind, "", name);
    }
}
