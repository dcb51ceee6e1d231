package io.weir.admin.publish;

/** What is live is not what the plan was made for, or another publish is under way: plan again. */
final class OvertakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OvertakenException() {
        super("Overtaken by another publish", null, false, false);
    }
}
