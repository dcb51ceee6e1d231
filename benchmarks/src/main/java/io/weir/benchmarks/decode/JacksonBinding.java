package io.weir.benchmarks.decode;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.weir.benchmarks.harness.Workload;
import io.weir.benchmarks.workload.Login;
import io.weir.benchmarks.workload.LoginBean;

/** {@code ObjectMapper} into a bean of the five fields. */
final class JacksonBinding implements Decoder {

    private final ObjectReader reader =
            new ObjectMapper().readerFor(LoginBean.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Override
    public Login decode(byte[] event) throws Exception {
        return reader.<LoginBean>readValue(event).login();
    }

    @Override
    public Workload over(byte[][] events) {
        return repetitions -> {
            long sum = 0;
            for (long i = 0; i < repetitions; i++) {
                LoginBean login = reader.readValue(events[(int) (i % events.length)]);
                sum += login.at + login.userId.length();
            }
            return sum;
        };
    }
}
