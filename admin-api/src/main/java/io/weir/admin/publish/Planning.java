package io.weir.admin.publish;

/** What someone wants, on whatever is live when it is asked; refuses with {@link io.weir.admin.problem.ProblemException}. */
interface Planning {

    Checked on(LiveSet live);
}
