package io.weir.benchmarks.job;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Takes the three fields that the rule needs, and reads no further. */
final class AttemptReader implements EventReader<Attempt> {

    private static final long serialVersionUID = 1L;
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public Attempt read(byte[] value, int partition, long offset) throws IOException {
        String userId = "";
        boolean failed = false;
        try (JsonParser parser = JSON.createParser(value)) {
            parser.nextToken();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                switch (name) {
                    case "userId" -> userId = parser.getText();
                    case "outcome" -> failed = parser.getText().equals("failed");
                    case "at" -> {
                        return new Attempt(userId, failed, parser.getLongValue());
                    }
                    default -> parser.skipChildren();
                }
            }
        }
        throw new IOException("a login without a time");
    }

    @Override
    public long timeOf(Attempt attempt) {
        return attempt.at();
    }
}
