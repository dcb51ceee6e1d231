package io.weir.models;

/** What can be wrong with a model package. The codes are stored and documented: they never change their meaning. */
public enum ModelProblemCode {
    ZIP_UNREADABLE("M001"),
    PATH_UNSAFE("M002"),
    PATH_DUPLICATE("M003"),
    TOO_MANY_FILES("M004"),
    TOO_LARGE("M005"),

    METADATA_MISSING("M010"),
    METADATA_UNREADABLE("M011"),
    CLASS_MISSING("M012"),
    CLASS_UNKNOWN("M013"),

    DATA_MISSING("M020"),
    DATA_AMBIGUOUS("M021"),
    DATA_TRUNCATED("M022"),
    DATA_TRAILING("M023"),
    DATA_NOT_FINITE("M024"),
    DATA_EMPTY("M025"),

    INPUT_COUNT("M030");

    private final String code;

    ModelProblemCode(String code) {
        this.code = code;
    }

    /** The stored form, such as {@code M013}. */
    public String code() {
        return code;
    }
}
