package io.weir.engine.evaluate;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;

/** Says in a line what is wrong with a JSON text, and where. */
final class JsonProblem {

    private JsonProblem() {}

    static UnreadableEvent of(JsonProcessingException problem) {
        JsonLocation location = problem.getLocation();
        String place = location == null ? "" : "byte " + location.getByteOffset();
        return new UnreadableEvent(place, "not JSON: " + firstLine(problem.getOriginalMessage()));
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
