package io.weir.admin.alerts;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How far a tail has come, as text that a client hands back: {@code 1767225600000/fraud.alerts:7;weir.alerts:12.40}, the offset to
 * read next of each partition from 0 on.
 *
 * @param time of the last record, in milliseconds: where to begin in topics that have joined since
 * @param next by topic and partition
 */
record AlertPosition(long time, SortedMap<String, SortedMap<Integer, Long>> next) {

    private static final Pattern TEXT =
            Pattern.compile("[0-9]{1,15}/([A-Za-z0-9._-]{1,249}:[0-9]{1,18}(\\.[0-9]{1,18}){0,9999}(;(?!$)|$))*");
    private static final int LONGEST = 100_000;

    static Optional<AlertPosition> parse(String text) {
        if (text.length() > LONGEST || !TEXT.matcher(text).matches()) {
            return Optional.empty();
        }
        int slash = text.indexOf('/');
        SortedMap<String, SortedMap<Integer, Long>> next = new TreeMap<>();
        for (String topic : text.substring(slash + 1).split(";")) {
            int colon = topic.indexOf(':');
            if (colon > 0) {
                next.put(topic.substring(0, colon), offsets(topic.substring(colon + 1)));
            }
        }
        return Optional.of(new AlertPosition(Long.parseLong(text.substring(0, slash)), next));
    }

    private static SortedMap<Integer, Long> offsets(String text) {
        SortedMap<Integer, Long> offsets = new TreeMap<>();
        for (String offset : text.split("\\.")) {
            offsets.put(offsets.size(), Long.parseLong(offset));
        }
        return offsets;
    }

    Optional<Long> next(String topic, int partition) {
        return Optional.ofNullable(next.get(topic)).map(offsets -> offsets.get(partition));
    }

    @Override
    public String toString() {
        StringJoiner topics = new StringJoiner(";");
        for (Map.Entry<String, SortedMap<Integer, Long>> topic : next.entrySet()) {
            StringJoiner offsets = new StringJoiner(".");
            topic.getValue().values().forEach(offset -> offsets.add(String.valueOf(offset)));
            topics.add(topic.getKey() + ":" + offsets);
        }
        return time + "/" + topics;
    }
}
