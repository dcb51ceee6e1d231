package io.weir.admin.problem;

/** The names of what a problem carries beside its message. */
public final class ProblemDetails {

    public static final String DIAGNOSTICS = "diagnostics";
    public static final String RENDERED = "rendered";
    public static final String PROBLEMS = "problems";
    public static final String MISSING = "missing";
    public static final String EXPECTED_EPOCH = "expectedEpoch";
    public static final String ACTUAL_EPOCH = "actualEpoch";

    private ProblemDetails() {}
}
