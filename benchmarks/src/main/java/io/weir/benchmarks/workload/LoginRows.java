package io.weir.benchmarks.workload;

import io.weir.engine.evaluate.Row;

/** What a row says. */
public final class LoginRows {

    private LoginRows() {}

    public static Login login(Row row) {
        return new Login(
                row.textAt(LoginStream.USER_ID),
                row.textAt(LoginStream.OUTCOME),
                row.textAt(LoginStream.COUNTRY),
                row.decimalAt(LoginStream.AMOUNT),
                row.time());
    }
}
