package io.weir.benchmarks.decode;

import com.alibaba.fastjson2.JSON;
import io.weir.benchmarks.harness.Workload;
import io.weir.benchmarks.workload.Login;
import io.weir.benchmarks.workload.LoginBean;

/** fastjson2 into a bean of the five fields, with the reader that it generates for the class. */
final class Fastjson implements Decoder {

    @Override
    public Login decode(byte[] event) {
        return JSON.parseObject(event, LoginBean.class).login();
    }

    @Override
    public Workload over(byte[][] events) {
        return repetitions -> {
            long sum = 0;
            for (long i = 0; i < repetitions; i++) {
                LoginBean login = JSON.parseObject(events[(int) (i % events.length)], LoginBean.class);
                sum += login.at + login.userId.length();
            }
            return sum;
        };
    }
}
