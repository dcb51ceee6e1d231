package io.weir.benchmarks.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.weir.benchmarks.harness.Workload;
import io.weir.benchmarks.workload.Login;
import io.weir.benchmarks.workload.LoginBean;
import java.io.IOException;

/** Jackson's streaming parser by hand: skips what is not asked for and stops when it has all. */
public final class JacksonStreaming implements Decoder {

    private final JsonFactory factory = new JsonFactory();

    @Override
    public Login decode(byte[] event) throws IOException {
        LoginBean login = new LoginBean();
        read(event, login);
        return login.login();
    }

    private void read(byte[] event, LoginBean login) throws IOException {
        try (JsonParser parser = factory.createParser(event)) {
            parser.nextToken();
            int wanted = 5;
            for (String name = parser.nextFieldName(); name != null && wanted > 0; name = parser.nextFieldName()) {
                JsonToken value = parser.nextToken();
                switch (name) {
                    case "userId" -> login.userId = parser.getText();
                    case "outcome" -> login.outcome = parser.getText();
                    case "country" -> login.country = parser.getText();
                    case "amount" -> login.amount = parser.getDecimalValue();
                    case "at" -> login.at = parser.getLongValue();
                    default -> {
                        if (value.isStructStart()) {
                            parser.skipChildren();
                        }
                        wanted++;
                    }
                }
                wanted--;
            }
        }
    }

    @Override
    public Workload over(byte[][] events) {
        return repetitions -> {
            long sum = 0;
            for (long i = 0; i < repetitions; i++) {
                LoginBean login = new LoginBean();
                read(events[(int) (i % events.length)], login);
                sum += login.at + login.userId.length();
            }
            return sum;
        };
    }
}
