package io.weir.benchmarks.workload;

import java.math.BigDecimal;

/** A login as parsers with data binding and Flink's PojoSerializer want it. */
public class LoginBean {
    public String userId = "";
    public String outcome = "";
    public String country = "";
    public BigDecimal amount = BigDecimal.ZERO;
    public long at;

    public Login login() {
        return new Login(userId, outcome, country, amount, at);
    }
}
